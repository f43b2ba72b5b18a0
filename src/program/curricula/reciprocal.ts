import type { Curriculum } from './curriculum.ts'

const LAB =
  'SHRM, "Knowledge Is Best Shared": in reciprocal mentoring all take turns; the Reciprocal Mentoring Lab pairs people as equals'

/** For two who take turns: each topic can be led from either side. */
export const RECIPROCAL: Curriculum = {
  id: 'reciprocal',
  title: 'Taking turns',
  topics: [
    {
      key: 'what-i-am-good-at',
      title: 'What each of us is good at',
      why: 'People are often asked for what is in their title and seldom for what they do best. Both of you have something the other could use.',
      questions: [
        'What do colleagues come to you for?',
        'What comes easily to you and hard to others?',
        'What would you like to be asked for?',
        'What do you wish somebody would teach you?',
      ],
      leadTheTalk:
        'This month you guide. Open with something you do well, without making it small, and how you learned it. Ask your partner for the same. Close with one thing you will show each other before the program ends.',
      helpsAGuide:
        'This month you learn. Ask how, not why: how does it begin, how do you know it is done? Next month the roles change, so notice what made a question easy to answer.',
      listenFirst: {
        card: 'Listen first, as if you knew nothing of the subject. Let your partner finish an explanation you could have ended. Then talk it through together: where could this be used?',
        questions: ['How did you learn that?', 'Who knows that you can?', 'What do you need to do more of it?'],
      },
      source: LAB,
    },
    {
      key: 'a-knot-of-this-week',
      title: 'A knot of this week',
      why: 'A problem told to somebody from elsewhere changes shape. Half of the help is in having to explain it.',
      questions: [
        'Which knot of this week may we look at?',
        'What have you tried, and what happened?',
        'What would the others involved say?',
        'What is the smallest next step?',
      ],
      leadTheTalk:
        'This month you guide through the other’s knot. Let your partner tell it for ten minutes while you only ask. Say back what you heard before you offer anything. Close with a next step that is small enough for tomorrow.',
      helpsAGuide:
        'This month you learn. Bring something that truly occupies you, without names that do not belong here. Say what you want: an ear, a question or an idea.',
      listenFirst: {
        card: 'The answer may come to you in the first minute. Keep it for the last ten: listen first and understand what was tried. Then talk it through together: how could this be handled?',
        questions: ['What makes it hard?', 'What do you not want to happen?', 'What would you tell a friend?'],
      },
      source: `${LAB}; Joe Creed of Caterpillar on listening before advice`,
    },
    {
      key: 'how-we-decide',
      title: 'How we decide',
      why: 'Everybody decides by habits that look like reasons. Seen beside another person’s, they become a choice.',
      questions: [
        'Which decision are you still content with, and why?',
        'Which would you take back?',
        'Whom do you ask, and whom should you?',
        'When do you decide too early, or too late?',
      ],
      leadTheTalk:
        'This month you guide. Open with a decision you took too quickly or too slowly. Draw it together: what was known, who was asked, what tipped it. Close with one question each will ask before the next one.',
      helpsAGuide:
        'This month you learn. Take a decision that still lies ahead of you and let your partner ask about it. You need not decide here; notice which question moved you.',
      listenFirst: {
        card: 'Listen first to how decisions of yours arrive with others: what they knew, and when. Then talk it through together: what could be told earlier?',
        questions: [
          'Which decision did you not understand?',
          'What did you know that was not asked?',
          'When would you have liked to be asked?',
        ],
      },
      source: LAB,
    },
    {
      key: 'saying-it',
      title: 'Saying it, and hearing it',
      why: 'Honest words are worth more than kind silence and harder to give. Both giving and taking them can be practised.',
      questions: [
        'Which honest word helped you most?',
        'What do you find hard to say here?',
        'How do you like to hear criticism?',
        'What have you seen in me that I may not?',
      ],
      leadTheTalk:
        'This month you guide. Open with feedback you took badly and later used. Practise on something real and small: one sentence on what you saw, one on its effect, then a question. Change sides. Close with whom each will speak to.',
      helpsAGuide:
        'This month you learn. Answer the first honest word with "thank you" and a question, nothing else. Then say how it felt; that is the part your partner cannot see.',
      listenFirst: {
        card: 'People weigh their words with somebody senior. Listen first, and make the first honest word cost nothing: thank, ask, write it down. Then talk it through together: what could follow from it?',
        questions: ['What do people not tell me?', 'How would I have noticed?', 'What would make it easier?'],
      },
      source: LAB,
    },
    {
      key: 'time-and-strength',
      title: 'Time and strength',
      why: 'Two people with the same hours have different days. Comparing where the hours and the strength go is useful to both.',
      questions: [
        'What takes more of your week than it is worth?',
        'At what time of day are you at your best?',
        'What would you hand over tomorrow?',
        'How do you rest, and does it work?',
      ],
      leadTheTalk:
        'This month you guide. Put last week’s two calendars side by side and mark what gave strength and what took it. Say less about plans than about what was. Close with one hour each will win back, and how.',
      helpsAGuide:
        'This month you learn. Show the week as it was. Ask what your partner would drop from it; an outsider sees at once what you stopped seeing.',
      listenFirst: {
        card: 'What you ask for in a minute may be a day elsewhere. Listen first to where the time goes. Then talk it through together: which of it could stop?',
        questions: [
          'What do you do only because I asked?',
          'What waits for an answer of mine?',
          'Which hour would you like back?',
        ],
      },
      source: LAB,
    },
    {
      key: 'the-next-step',
      title: 'The next step',
      why: 'Equals can say to each other what is awkward upwards and downwards: what one wants, and what one doubts about it.',
      questions: [
        'What would you like to be able to do in a year?',
        'What speaks against it, honestly?',
        'Who could open a door, and do they know you?',
        'What can we do for each other in the next month?',
      ],
      leadTheTalk:
        'This month you guide. Open with what you want and what you doubt about it. Ask for the same, and believe the doubt less than the wish. Make one step concrete for each. Close with one introduction you will make.',
      helpsAGuide:
        'This month you learn. Say the wish before you say what stands against it. Accept an introduction if one is offered, and name one that you can make.',
      listenFirst: {
        card: 'Listen first for what is wanted, not for what is sensible. Ask twice before you judge what is possible. Then talk it through together: what would be a first step?',
        questions: [
          'What would you do if nobody could say no?',
          'What have you already tried?',
          'Who should hear this?',
        ],
      },
      source: LAB,
    },
  ],
}
