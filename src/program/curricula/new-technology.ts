import type { Curriculum } from './curriculum.ts'

const GE =
  'SHRM, "Knowledge Is Best Shared": General Electric, 1999, where juniors taught 500 leaders to use the Internet'

/** What GE's juniors did in 1999, with the tools of today; every talk has something to try. */
export const NEW_TECHNOLOGY: Curriculum = {
  id: 'new-technology',
  title: 'New technology',
  topics: [
    {
      key: 'side-by-side',
      title: 'Side by side at one screen',
      why: 'Nobody describes their own shortcuts, because they no longer notice them. Watching each other work for half an hour finds them.',
      questions: [
        'What do you open first in the morning, and why?',
        'Which step do you repeat most often?',
        'Where do you look when you cannot find something?',
        'Which warning do you click away without reading?',
      ],
      leadTheTalk:
        'You lead, and you need not be an expert. Take one real task each and do it side by side. Let your partner keep the mouse; say what you see, not what is wrong. Close with one shortcut each will use for a week.',
      helpsAGuide:
        'Your partner leads, you learn. Do a task you truly have, at your usual pace. Say what you are looking for while you look. "I never knew how" is the most useful sentence of the hour.',
      listenFirst: {
        card: 'Watch and listen first. Let your partner finish before you tell how it is meant to be done. Then talk it through together: which of these detours is ours to remove?',
        questions: [
          'Why do you do it that way?',
          'What did you try before?',
          'What would you show a new colleague first?',
        ],
      },
      source: GE,
    },
    {
      key: 'asking-a-machine',
      title: 'Asking a machine',
      why: 'Assistants that write and answer are useful and often wrong. Using one well is a skill, and it is learned by trying.',
      questions: [
        'What did you last ask one, and what came back?',
        'How do you notice that an answer is wrong?',
        'What must never be typed into one here?',
        'Which part of your work would you not hand over?',
      ],
      leadTheTalk:
        'You lead; trying counts for more than knowing. Bring two questions from real work, ask them together and change the words until the answer helps. Find one mistake in it. Close with one use each will try, and one each will leave alone.',
      helpsAGuide:
        'Your partner leads, you learn. Bring a dull task of your own without anything secret in it. Type it yourself. Say what you would need to see before you trusted the answer.',
      listenFirst: {
        card: 'You may have an opinion on this already. Listen first to what people near the work use it for, allowed or not, and why. Then talk it through together: which rule would help?',
        questions: [
          'What do people here use it for already?',
          'What are they unsure about?',
          'What would you want me to decide?',
        ],
      },
      source: GE,
    },
    {
      key: 'working-from-anywhere',
      title: 'Working together from anywhere',
      why: 'Chat, documents and calls have unwritten manners. Whoever grew into them seldom says them aloud.',
      questions: [
        'What belongs in a message, a call, a document?',
        'How quickly do you expect an answer, and from whom?',
        'Which meeting could have been a page?',
        'How do you show that you are not available?',
      ],
      leadTheTalk:
        'You lead this talk. Open with a message that went wrong and what it lacked. Go through one week of your partner’s calendar together and mark what could be written instead. Close with one manner each will try.',
      helpsAGuide:
        'Your partner leads, you learn. Show how your day truly looks, messages waiting included. Ask how your own messages read at the other end; the answer is worth the hour.',
      listenFirst: {
        card: 'A short line from somebody senior can read like an order. Listen first to how messages from above arrive, before you say how they were meant. Then talk it through together: what would read better?',
        questions: [
          'How do my messages read to you?',
          'What do you wait for longest?',
          'What would you rather I wrote, or did not?',
        ],
      },
      source: GE,
    },
    {
      key: 'what-the-numbers-say',
      title: 'What the numbers say',
      why: 'Much is measured and little of it is read. Two people with the same figure in front of them see different things.',
      questions: [
        'Which number do you look at every week?',
        'Which one would you check before you believed it?',
        'What should be counted here and is not?',
        'When did a figure lead you astray?',
      ],
      leadTheTalk:
        'You lead this talk. Bring one figure or chart from work and ask what each of you reads in it before anybody explains. Then take it apart: who counted, what is missing? Close with one question that neither of you could answer.',
      helpsAGuide:
        'Your partner leads, you learn. Say what you read in the figure even if it may be wrong; the difference is the subject. Ask to make a small chart yourself.',
      listenFirst: {
        card: 'You know what the figure is for; your partner knows where it comes from. Listen first to how it is made and what people do to meet it. Then talk it through together: what would be a better one?',
        questions: ['Who enters this, and when?', 'What do people do because it is counted?', 'What does it not show?'],
      },
      source: GE,
    },
    {
      key: 'safe-online',
      title: 'Staying safe online',
      why: 'Most break-ins begin with a message that looks ordinary. Everybody has nearly pressed one, and few tell it.',
      questions: [
        'Which false message nearly caught you?',
        'How many of your passwords are one password?',
        'Whom do you tell when you pressed something?',
        'What does this company know about you?',
      ],
      leadTheTalk:
        'You lead; nobody needs to be an expert to be careful. Open with your own near miss. Look at three messages together and say what gives them away. Set up one safer sign-in each before you close.',
      helpsAGuide:
        'Your partner leads, you learn. No password is shown or said. Tell a mistake of your own if you have one: it makes it easier for everybody to report theirs.',
      listenFirst: {
        card: 'People hide mistakes where mistakes are punished. Listen first to what would happen here, as your partner sees it. Then talk it through together: how could telling be made easier?',
        questions: [
          'What would stop you from reporting it?',
          'Which rule do people work around, and why?',
          'What would you expect from me that day?',
        ],
      },
      source: GE,
    },
    {
      key: 'being-found-online',
      title: 'Being found online',
      why: 'People read about a company, and about its people, before they meet either. At Ogilvy juniors taught a director to write posts worth reading.',
      questions: [
        'What do people find when they look for you?',
        'Whose posts do you read to the end, and why?',
        'What would you never post, and where is that line?',
        'What about our work would be worth telling?',
      ],
      leadTheTalk:
        'You lead this talk. Look each other up, with leave, and say what a stranger would conclude. Read one good post together and find what makes it good. Draft one each; posting it is not required. Close with what you would tell a friend.',
      helpsAGuide:
        'Your partner leads, you learn. Bring something you would like to be known for. Let your partner cut your draft in half, and see whether it got better.',
      listenFirst: {
        card: 'Listen first to how the company looks from outside, in words you might not choose. Explain nothing yet. Then talk it through together: what could be told that is true and worth telling?',
        questions: [
          'What made you apply here?',
          'What do your friends say about us?',
          'What would you rather not see us post?',
        ],
      },
      source:
        'SHRM, "Knowledge Is Best Shared": juniors at Ogilvy and Mather taught a managing director about social media',
    },
  ],
}
