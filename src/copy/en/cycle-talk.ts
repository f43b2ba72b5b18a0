import { general } from './general.ts'

/** The month's talk: prompt, date, reminder. */
export const cycleTalk = {
  prompt: {
    heading: (month: string, title: string) => `${month}: ${title}`,
    notice: (month: string, title: string, leads: string) => `${month}: ${title}. ${leads}`,
    youGuide: (learners: readonly string[]) =>
      `You guide this time, ${general.list(learners)} ${learners.length === 1 ? 'learns' : 'learn'}`,
    youLearn: (guide: string, others: readonly string[]) =>
      `${guide} guides this time, ${general.list(['you', ...others])} learn`,
    questionsOfGuide: 'Questions to ask',
    questionsOfLearner: (guide: string) => `What ${guide} may ask`,
    date: 'We have a date',
    other: 'Talk about something else',
    none: 'No topic is running for you at the moment.',
    othersTitle: 'Three other subjects',
    others: (partners: string) =>
      `Bring one of these up when you meet, if it suits you better. Nothing changes for ${partners}, and nobody is told.`,
  },
  date: {
    title: 'When do you meet?',
    moveTitle: 'Move the talk',
    label: 'Day and time, in your own time zone',
    save: 'Save and tell',
    tells: (partners: readonly string[]) =>
      `${general.list(partners)} ${partners.length === 1 ? 'gets' : 'get'} a message with the new date.`,
    slots: (slots: readonly string[]) => `Inside all your working hours: ${slots.join(' · ')}`,
    stands: (when: string) => `So far: ${when}.`,
    notice: (name: string, when: string) => `${name}: your talk is on ${when}`,
    set: (name: string, when: string) => `${name} set the date of your talk: *${when}*, your time.`,
    moved: (name: string, when: string) => `${name} moved your talk: *${when}*, your time.`,
    fits: 'If it suits you, there is nothing to do.',
    savedTitle: 'Your talk',
    saved: (partners: readonly string[], when: string) =>
      `${general.list(['You', ...partners])} meet on *${when}*. I tell ${general.list(partners)}.`,
    unchanged: (when: string) => `That date stands already: *${when}*. Nothing was changed.`,
    google: 'Google Calendar',
    outlook: 'Outlook',
    move: 'Move it',
    entry: (partners: string, topic: string) => `Talk with ${partners}: ${topic}`,
    firstTalk: 'the first talk',
  },
  reminder: {
    noticeDated: (partners: string, when: string) => `Your talk with ${partners}: ${when}`,
    dated: (partners: readonly string[], when: string, topic: string) =>
      `${general.list(['You', ...partners])} meet on *${when}*. The subject: ${topic}.`,
    noticeOpen: (partners: string) => `Two times for your talk with ${partners}`,
    open: (partners: string, topic: string, slots: readonly string[]) =>
      `Two times that lie in your working hours and those of ${partners}, for ${topic}: *${slots.join('* or *')}*. Half an hour is enough to begin.`,
    openWithout: (partners: string, topic: string) =>
      `For ${topic}: offer ${partners} two times that suit you. Half an hour is enough to begin.`,
    listenFirst: 'Before you meet: listen first',
    noticeListen: 'Before you meet: listen first',
    questions: 'Three questions that help',
  },
}
