import { BUILDER_TEAMS, FIRM_TEAMS, MAKER_TEAMS } from './teams.ts'
import type { CompanySpec, ProgramPlan } from './spec.ts'

const DETROIT = [{ site: 'Detroit', tz: 'America/Detroit', weight: 1 }]
const PYRAMID = [0.22, 0.24, 0.2, 0.14, 0.09, 0.06, 0.035, 0.015]

/** Dates of the clock's first weeks: people are invited on Monday 5 January and paired on Tuesday 20. */
const WINTER = { joinBy: '2026-01-19', firstMonth: '2026-02' } as const

const program = (plan: Omit<ProgramPlan, keyof typeof WINTER>): ProgramPlan => ({ ...WINTER, ...plan })

const GROUPS = { label: 'I count myself among', options: ['women', 'men'], rule: 'differs' } as const

/** Whoever guides is one of the group; the leaders who learn need not be. */
const MEMBERS = { label: 'I belong to the LGBT community', options: ['I do'], rule: 'guide-declares' } as const

/** The companies that are invented here; `csv` is read from a file. */
export const SPECS: readonly CompanySpec[] = [
  {
    name: 'sachse-2016',
    title: 'Sachse 2016',
    about:
      'An invented builder of 170 people, after the program that Sachse Construction ran in 2016. Nobody in it is real.',
    size: 170,
    sites: [
      { site: 'Detroit', tz: 'America/Detroit', weight: 8 },
      { site: 'Lansing', tz: 'America/Detroit', weight: 1 },
      { site: 'Grand Rapids', tz: 'America/Detroit', weight: 1 },
    ],
    teams: BUILDER_TEAMS,
    levels: PYRAMID,
    program: program({
      name: 'Generations 2026',
      kind: 'reverse',
      curriculum: 'generations',
      joiners: { seniors: 12, juniors: 14, middleShare: 0 },
      seniorFrom: 5,
      juniorTo: 2,
    }),
  },
  {
    name: 'ge-1999',
    title: 'GE 1999',
    about:
      'An invented maker of 1,600 people in 12 time zones, after the program that GE ran in 1999. Nobody in it is real.',
    size: 1_600,
    sites: [
      ['Fairfield', 'America/New_York', 5],
      ['Chicago', 'America/Chicago', 2],
      ['Denver', 'America/Denver', 1],
      ['Los Angeles', 'America/Los_Angeles', 2],
      ['Sao Paulo', 'America/Sao_Paulo', 1],
      ['London', 'Europe/London', 2],
      ['Munich', 'Europe/Berlin', 2],
      ['Istanbul', 'Europe/Istanbul', 1],
      ['Dubai', 'Asia/Dubai', 1],
      ['Bangalore', 'Asia/Kolkata', 2],
      ['Shanghai', 'Asia/Shanghai', 2],
      ['Tokyo', 'Asia/Tokyo', 1],
    ].map(([site, tz, weight]) => ({ site: String(site), tz: String(tz), weight: Number(weight) })),
    teams: MAKER_TEAMS,
    levels: [0.25, 0.18, 0.1, 0.07, 0.16, 0.12, 0.08, 0.04],
    program: program({
      name: 'New technology',
      kind: 'reverse',
      curriculum: 'new-technology',
      joiners: { seniors: 500, juniors: 500, middleShare: 0 },
      seniorFrom: 5,
      juniorTo: 2,
    }),
  },
  {
    name: 'pwc-2014',
    title: 'PwC 2014',
    about:
      'An invented advisory firm of 300 people, after the program that PwC ran in London in 2014. Nobody in it is real.',
    size: 300,
    sites: [{ site: 'London', tz: 'Europe/London', weight: 1 }],
    teams: FIRM_TEAMS,
    levels: PYRAMID,
    program: program({
      name: 'Inclusion 2026',
      kind: 'reverse',
      curriculum: 'inclusion',
      joiners: { seniors: 24, juniors: 26, middleShare: 0.02 },
      seniorFrom: 5,
      juniorTo: 2,
    }),
  },
  {
    name: 'caterpillar',
    title: 'Caterpillar',
    about:
      'An invented maker of machines with 120 people, after the program that Caterpillar ran. Nobody in it is real.',
    size: 120,
    sites: [{ site: 'Chicago', tz: 'America/Chicago', weight: 1 }],
    teams: MAKER_TEAMS,
    levels: PYRAMID,
    program: program({
      name: 'Listen first',
      kind: 'reverse',
      attribute: GROUPS,
      curriculum: 'generations',
      joiners: { seniors: 12, juniors: 12, middleShare: 0 },
      seniorFrom: 5,
      juniorTo: 2,
    }),
  },
  {
    name: 'reciprocal-lab',
    title: 'Reciprocal Lab',
    about: 'An invented company of 80 people, after the Reciprocal Mentoring Lab in Seattle. Nobody in it is real.',
    size: 80,
    sites: [{ site: 'Seattle', tz: 'America/Los_Angeles', weight: 1 }],
    teams: FIRM_TEAMS,
    levels: PYRAMID,
    program: program({
      name: 'As equals',
      kind: 'cross-group',
      attribute: GROUPS,
      curriculum: 'inclusion',
      joiners: { seniors: 10, juniors: 16, middleShare: 0.3 },
      seniorFrom: 4,
      juniorTo: 3,
    }),
  },
  {
    name: 'lilly-2015',
    title: 'Lilly 2015',
    about:
      'An invented company of 200 people, after the program that the LGBT resource group of Eli Lilly began in 2015. Nobody in it is real.',
    size: 200,
    sites: [{ site: 'Indianapolis', tz: 'America/Indiana/Indianapolis', weight: 1 }],
    teams: FIRM_TEAMS,
    levels: PYRAMID,
    program: program({
      name: 'Open doors',
      kind: 'reverse',
      curriculum: 'inclusion',
      isPrivate: true,
      sponsor: 'the LGBT resource group',
      attribute: MEMBERS,
      declared: [
        ['I do', 85],
        [null, 15],
      ],
      joiners: { seniors: 12, juniors: 12, middleShare: 0 },
      seniorFrom: 5,
      juniorTo: 2,
    }),
  },
  {
    name: 'everyone-guides',
    title: 'Everyone guides',
    about: 'An invented company of 60 people in which everybody guides and learns in turn. Nobody in it is real.',
    size: 60,
    sites: DETROIT,
    teams: FIRM_TEAMS,
    levels: PYRAMID,
    program: program({
      name: 'Take turns',
      kind: 'reciprocal',
      curriculum: 'reciprocal',
      joiners: { seniors: 8, juniors: 13, middleShare: 0.3 },
      seniorFrom: 4,
      juniorTo: 3,
    }),
  },
]
