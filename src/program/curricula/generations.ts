import type { Curriculum } from './curriculum.ts'

const SACHSE = 'SHRM, "Knowledge Is Best Shared": a topic of Sachse Construction’s program, Detroit, 2016'

/** The six topics that Sachse Construction's pairs met on, in that order. */
export const GENERATIONS: Curriculum = {
  id: 'generations',
  title: 'Generations',
  topics: [
    {
      key: 'impact-of-technology',
      title: 'The impact of technology',
      why: 'A new tool makes some work easier and some skill invisible. Two people who met it at different moments see different halves.',
      questions: [
        'Which tool changed your work most, and how?',
        'What did it make easier, and what was lost?',
        'Which tool here costs more time than it saves?',
        'What should people still be able to do without one?',
      ],
      leadTheTalk:
        'You lead this talk. You need not be an expert. Open by showing one tool you would miss tomorrow; let your partner’s hands do it, not yours. Leave silence after each question. Close with one thing each of you will try before you meet again.',
      helpsAGuide:
        'Your partner leads, you learn. Let yourself be shown things, also those you could look up. Ask to try, and say aloud what you expect to happen. Bring one tool you never quite trusted.',
      listenFirst: {
        card: 'When you hear about a clumsy way of working, the reflex is to mend it. Listen first: how did it come to be so, and what does it cost? Then talk it through together: how could this be handled?',
        questions: [
          'What do you use that I have never seen?',
          'Where do our systems slow you down?',
          'What would you change tomorrow if it were yours?',
        ],
      },
      source: SACHSE,
    },
    {
      key: 'work-life-balance',
      title: 'Work and life in balance',
      why: 'People set the line between work and the rest in different places, and often guess wrongly where others set it.',
      questions: [
        'When does your working day end, and who decides that?',
        'What did you give up for work, and was it right?',
        'Which habit here makes balance harder than it need be?',
        'What would you never want to be asked to do?',
      ],
      leadTheTalk:
        'You lead this talk. Your own life is the only expertise it needs. Open with one evening or weekend that work got right or wrong. Ask for a story, not for an opinion. Close with one small change each of you could make next week.',
      helpsAGuide:
        'Your partner leads, you learn. Say how you truly do it, not how one should. If a question comes too near, say "not that one" and go on; your partner may do the same.',
      listenFirst: {
        card: 'People watch when you write, when you leave and what you praise. Listen first to what they conclude from it, before you explain what you meant. Then talk it through together: what could be done differently?',
        questions: [
          'What do you think is expected of you after hours?',
          'What did you see me do that told you so?',
          'What would make it easier to say no?',
        ],
      },
      source: SACHSE,
    },
    {
      key: 'generational-labels',
      title: 'Generational labels',
      why: 'Boomer, Millennial, Gen Z: handy words that can decide about people before they have said anything.',
      questions: [
        'What were people your age called when you started work?',
        'Which label do you catch yourself using?',
        'When did a label cost somebody a chance here?',
        'What do people of all ages here have in common?',
      ],
      leadTheTalk:
        'You lead this talk. You need not be an expert. Open with a label somebody gave you and what it got wrong. Then ask, and leave silence after each question. Close with what surprised you both, and one thing each of you will try.',
      helpsAGuide:
        'Your partner leads, you learn. Bring one label you were given when you started, and what you did about it. Ask what happened before you ask what it meant.',
      listenFirst: {
        card: 'Joe Creed, a vice president at Caterpillar, found that his reflex was to offer advice, and that listening and understanding have to come first. Once you have heard the story, talk it through together: how could this be handled?',
        questions: ['What happened?', 'What did people assume about you?', 'What would have helped you then?'],
      },
      source: SACHSE,
    },
    {
      key: 'education-and-experience',
      title: 'Education and experience',
      why: 'A degree, a trade, years on the job: each teaches what the others cannot, and each is easily overrated by those who have it.',
      questions: [
        'What did you learn at work that no course taught?',
        'What did a course give you that work never did?',
        'Whom do we overlook because a paper is missing?',
        'What would you study if you had a year?',
      ],
      leadTheTalk:
        'You lead this talk, from the experience you have. Open with something you learned the hard way. Ask for the moment in which your partner knew enough to do the job. Close with one thing each could teach the other in an hour.',
      helpsAGuide:
        'Your partner leads, you learn. Tell a mistake that taught you more than a success did. Ask what your partner can do that nobody here has asked for yet.',
      listenFirst: {
        card: 'It is tempting to tell how you got where you are. Listen first to how learning looks from your partner’s place today: what it costs and who gets it. Then talk it through together: what could open a door?',
        questions: [
          'What can you do that we do not use?',
          'What did we ask for that you did not need?',
          'Who taught you most here, and how?',
        ],
      },
      source: SACHSE,
    },
    {
      key: 'motivation',
      title: 'Motivation',
      why: 'What makes a good working day differs from person to person. At Sachse Construction the first guide told the chief executive how much a sense of purpose counts.',
      questions: [
        'When did you last lose track of time at work?',
        'Which praise did you remember, and why that one?',
        'What makes you want to stop trying?',
        'What good does your work do, and for whom?',
      ],
      leadTheTalk:
        'You lead this talk. Open with the best hour of your last month and what made it good. Ask your partner for one as well before you go on. Close with one thing each could do more of, and who would have to agree.',
      helpsAGuide:
        'Your partner leads, you learn. Answer with one day, not with a principle. Say also what drains you: a guide who hears only the good half has little to work with.',
      listenFirst: {
        card: 'What moved you at the start need not move the person before you. Listen first, and let an answer stand even where you would answer otherwise. Then talk it through together: what could we do about it here?',
        questions: [
          'What would you miss if you left?',
          'What do we praise here that means little to you?',
          'When did you feel that your work counted?',
        ],
      },
      source: SACHSE,
    },
    {
      key: 'your-future-here',
      title: 'Your future with the company',
      why: 'A plan that nobody has heard cannot be helped. This talk is about where each of you would like to go, and what stands in the way.',
      questions: [
        'What would you like to be doing in three years?',
        'What would have to happen here for that?',
        'Who decides about it, and do they know?',
        'What would make you stay, and what would make you go?',
      ],
      leadTheTalk:
        'You lead this talk. Open with a wish of your own, as plainly as you dare; that sets the depth. Ask what your partner hopes for as well: plans do not end with a title. Close with one step each will take this month.',
      helpsAGuide:
        'Your partner leads, you learn. Promise nothing you cannot keep; saying who can decide helps more. What you hear about plans stays with you unless your partner asks you to pass it on.',
      listenFirst: {
        card: 'You may know a way up, and it is tempting to point at it. Listen first: is up where your partner wants to go? Understand before you open doors. Then talk it through together: what would be a first step?',
        questions: [
          'What do you want more of, and less of?',
          'Which path here can you not see into?',
          'Who should know what you can do?',
        ],
      },
      source: SACHSE,
    },
  ],
}
