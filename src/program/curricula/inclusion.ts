import type { Curriculum } from './curriculum.ts'

const PWC =
  'SHRM, "Knowledge Is Best Shared": PwC, London, 2014, where partners learn what work is like for colleagues of other backgrounds'

/** What work is like for somebody else; nobody speaks for a group, and every question may be passed over. */
export const INCLUSION: Curriculum = {
  id: 'inclusion',
  title: 'Inclusion',
  topics: [
    {
      key: 'ways-in',
      title: 'The way in',
      why: 'Two people in the same corridor may have come by roads of very different length. Hearing one makes the other visible.',
      questions: [
        'How did you come to work here?',
        'Who opened a door for you, and who did not?',
        'What did you have to learn that others knew?',
        'When did you first feel that you belonged?',
      ],
      leadTheTalk:
        'You lead this talk, and you speak for yourself, not for a group. Open with one scene from your first weeks. Ask for one in return. Pass over any question you like. Close with what each would tell a newcomer.',
      helpsAGuide:
        'Your partner leads, you learn. Tell your own road too, with its luck. Do not ask what "people like you" think; ask what happened. If something is not told, leave it.',
      listenFirst: {
        card: 'You may want to say that it is better today. Listen first, without comparing. Ask one more question before you answer. Then talk it through together: what could make the way in shorter for the next person?',
        questions: ['What was harder than it had to be?', 'Who noticed?', 'What helped that nobody planned?'],
      },
      source: PWC,
    },
    {
      key: 'who-is-heard',
      title: 'Who is heard',
      why: 'In every meeting some speak first, some are interrupted and some ideas come back under another name. Few see all three.',
      questions: [
        'In which meeting do you say least, and why?',
        'Whose idea was last taken up here, and how?',
        'When were you interrupted, and what did you do?',
        'Who is missing when decisions are made?',
      ],
      leadTheTalk:
        'You lead this talk. Take one meeting you both know and draw who spoke to whom. Tell what you saw, not what was meant. Close with one thing each will do in the next meeting: ask somebody, wait, or give credit aloud.',
      helpsAGuide:
        'Your partner leads, you learn. Count for a day who speaks before you do, and bring the count. Ask how a meeting looks from the other chair.',
      listenFirst: {
        card: 'Whoever speaks early rarely sees who gives up. Listen first; in this talk let every silence last longer than is comfortable. Then talk it through together: what could you do with your voice in that room?',
        questions: [
          'When did you decide not to speak?',
          'What did I do that made it easier, or harder?',
          'Whom should I ask more often?',
        ],
      },
      source: PWC,
    },
    {
      key: 'without-saying',
      title: 'What goes without saying',
      why: 'Every workplace has rules that stand nowhere: what to wear, what to laugh at, when to stay. Whoever fits them does not see them.',
      questions: [
        'Which rule here took you longest to find out?',
        'What do you leave at home when you come to work?',
        'Which habit here suits some better than others?',
        'Which unwritten rule would you write down, or drop?',
      ],
      leadTheTalk:
        'You lead this talk. Open with one rule you had to guess. Make a list together: on the left the rule, on the right whom it suits. Close with one rule each of you could bend from tomorrow.',
      helpsAGuide:
        'Your partner leads, you learn. Name a rule that always suited you; those are the hard ones to see. Take an example as it is told, without explaining what was meant.',
      listenFirst: {
        card: 'Much of what seems like good manners is habit of those who were here first. Listen first, and write down what you had never noticed. Then talk it through together: which of it could change?',
        questions: [
          'What do you do here that you do nowhere else?',
          'What did it cost you?',
          'Which of it did I never see?',
        ],
      },
      source: PWC,
    },
    {
      key: 'when-a-remark-stings',
      title: 'When a remark stings',
      why: 'Most remarks that hurt were not meant to, and most are never mentioned. What happens in the minute after decides a lot.',
      questions: [
        'Which remark has stayed with you?',
        'What would you have wanted somebody to say?',
        'When did you see it happen and say nothing?',
        'How would you like to be told if it was you?',
      ],
      leadTheTalk:
        'You lead this talk and choose how near to go; something small teaches enough. Open with a remark you heard, to you or to another. Ask what a bystander could have done. Close with a sentence each of you could say next time.',
      helpsAGuide:
        'Your partner leads, you learn. Do not weigh whether it was so bad. "What would have helped?" is the best question there is. Your partner never owes you an example.',
      listenFirst: {
        card: 'The reflex is to defend whoever said it, or to promise a solution. Listen first, and thank your partner for telling. Then talk it through together: how should this be handled, and does your partner want anything done at all?',
        questions: [
          'What happened then?',
          'What would you have needed from somebody like me?',
          'What should I not do?',
        ],
      },
      source: `${PWC}; Joe Creed of Caterpillar on listening before advice`,
    },
    {
      key: 'who-gets-the-chance',
      title: 'Who gets the chance',
      why: 'Careers turn on small chances: a client, a project, a word in the right room. They tend to go to whom one thinks of first.',
      questions: [
        'Which chance changed your path, and who gave it?',
        'Which one passed you by, and do you know why?',
        'Whom do people here think of first?',
        'What would make the choice fairer and no slower?',
      ],
      leadTheTalk:
        'You lead this talk. Open with a chance you had, or did not. Take the last three good tasks you both know of and look at how each was given away. Close with a name each of you will mention in a room.',
      helpsAGuide:
        'Your partner leads, you learn. Say how you truly chose the last time. Ask what your partner would like to be thought of for, and write it down.',
      listenFirst: {
        card: 'You may know good reasons for every choice. Listen first to how it looked to those not chosen, who never hear the reasons. Then talk it through together: what could you do before the next choice?',
        questions: [
          'Which task would you have liked?',
          'How did you learn that it was gone?',
          'What do you do that I have not seen?',
        ],
      },
      source: PWC,
    },
    {
      key: 'what-we-change',
      title: 'What we will change',
      why: 'Understanding that changes nothing wears people out. This talk turns what you heard into something small that others can see.',
      questions: [
        'What did you hear that you cannot forget?',
        'What could change within a month, without permission?',
        'What needs somebody else, and who is it?',
        'How will we notice that it helped?',
      ],
      leadTheTalk:
        'You lead this talk. Open with the one thing you would change. Make it smaller until it can be done this month. Say who does what; it need not all be you. Close by choosing a day to look at it again.',
      helpsAGuide:
        'Your partner leads, you learn. Take on the part that your position makes easy. Say beforehand whom you will tell, and leave your partner’s name out unless asked to use it.',
      listenFirst: {
        card: 'It is your turn to do something, and tempting to decide what. Listen first to what your partner would find useful. Then talk it through together: what is the smallest thing that would be seen?',
        questions: [
          'What should stay between us?',
          'What would you like me to do, or leave?',
          'What would be worse than doing nothing?',
        ],
      },
      source: PWC,
    },
  ],
}
