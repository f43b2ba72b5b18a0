import type { Topic } from './curriculum.ts'

/** The last talk of every program, whatever its curriculum. */
export const LOOK_BACK: Topic = {
  key: 'look-back',
  title: 'Looking back, and ahead',
  why: 'Much of what talks like these change is noticed only when somebody asks. This hour asks.',
  questions: [
    'What do you do differently because of these talks?',
    'What surprised you about how the other works?',
    'Which talk would you have once more?',
    'What should the company hear from the two of you?',
    'Would you like to go on, and how?',
  ],
  leadTheTalk:
    'You lead this last talk. Open with one thing you will keep. Go through the questions in any order, and take notes of what the company should hear. Close by thanking your partner for one particular thing.',
  helpsAGuide:
    'Your partner leads, you learn. Bring one example of something you did differently, however small: whoever guided you may never have heard of it. Say plainly whether you would like to go on; both answers are fine.',
  listenFirst: {
    card: 'Listen first once more. Let your partner say what the talks were worth before you sum them up, the uncomfortable part too. Then look at it together: what came of it, and how could more come of it?',
    questions: [
      'What did you hope for, and what came of it?',
      'Where did I not hear you?',
      'What should I do with what I learned?',
    ],
  },
  source:
    'SHRM, "Knowledge Is Best Shared": Sachse Construction talked about each worker’s future with the company; UPS changed its training after a guide’s idea.',
}
