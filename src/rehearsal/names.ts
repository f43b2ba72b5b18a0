/** First and last names, mixed by chance: nobody of that name is meant. */
export const FIRST_NAMES =
  `Ana Mei Luis Priya Jordan Keisha Omar Susan Robert Paul Dana Marta Frank Aisha Tomas Elena Noah Grace Hiro Ingrid
Carlos Fatima Liam Nadia Oscar Petra Quinn Rosa Samir Tessa Uma Victor Wanda Ximena Yusuf Zoe Arjun Bianca Caleb Dilara Emeka Freya Gustav
Hana Ivan Jasmin Kofi Leila Mateo Nora Olga Pablo Rania Sven Talia Ulrich Vera Wei Yara Zane Amara Bruno Chiara Dmitri Esther Farid Gita
Henrik Imani Jonas Karima Lars Mina Nils Odette Pedro Ruth Salma Theo Ursula Vikram Wilma Yuki Adele Boris Celia Diego Edith Felix Gloria
Hugo Iris Jakob Katya Lucia Marco Nina Otto Paloma Ravi Sofia Tariq Valentina Walter Yasmin`.split(/\s+/u)

export const LAST_NAMES =
  `Ruiz Tanaka Herrera Nair Blake Brown Haddad Albrecht Kowalski Lindqvist Whitfield Silva DeLuca Okafor Novak Petrova
Fischer Park Sato Berg Mendez Rahman Walsh Ivanova Lopez Horvat Hughes Marin Khan Moreau Patel Romero Yilmaz Schmidt Costa Reyes Eze Larsen
Weber Kimura Popov Daniels Asante Farouk Ortiz Dahl Volkova Vargas Aziz Nilsson Cohen Bauer Zhang Mansour Kelly Diallo Rossi Greco Sokolov
Levy Karimi Desai Holm Mwangi Keller Saleh Persson Sharma Lund Garnier Castro Miller Hassan Vogel Iyer Jansen Mori Laurent Marek Flores
Conti Weiss Fuentes Baker Nowak Ferrer Singh Duarte Ahmadi Ricci Braun Torres Haas Nguyen Peters Adeyemi Carter Dubois Evans Fontaine`.split(
    /\s+/u,
  )
