/** Something people offer or want to learn; `id` is what files and the database keep. */
export interface Skill {
  readonly id: string
  readonly label: string
}

export interface SkillGroup {
  readonly label: string
  readonly skills: readonly Skill[]
}

const group = (label: string, skills: Readonly<Record<string, string>>): SkillGroup => ({
  label,
  skills: Object.entries(skills).map(([id, name]) => ({ id, label: name })),
})

/** What everybody can choose from at first. The first group needs no expert: anybody has a view of these. */
export const BUILT_IN: readonly SkillGroup[] = [
  group('Perspectives', {
    'new-peoples-eyes': 'How new people see the company',
    'customers-eyes': 'How customers see us',
    'life-on-site': 'What a day on site is like',
    'first-job': 'What a first job is like today',
    'working-parent': 'Working with children at home',
    'working-remote': 'Working far from the office',
    'changing-careers': 'Coming from another trade',
    'moving-country': 'Working in a second country',
    'young-customers': 'What young customers expect',
    'company-history': 'How things came to be here',
  }),
  group('Digital tools', {
    'ai-assistants': 'AI assistants',
    automation: 'Automating small tasks',
    'collaboration-tools': 'Working together online',
    'mobile-apps': 'Phone and tablet apps',
    'online-safety': 'Staying safe online',
    'searching-well': 'Finding things out online',
    spreadsheets: 'Spreadsheets beyond the basics',
    excel: 'Excel',
    'video-calls': 'Video calls that work',
    programming: 'Programming',
    'low-code': 'Building without code',
    'bim-and-cad': 'CAD and building models',
  }),
  group('Being heard', {
    'social-media': 'Social media',
    writing: 'Writing clearly',
    presenting: 'Presenting',
    storytelling: 'Telling a story',
    'photo-and-video': 'Photos and short videos',
    'public-speaking': 'Speaking in public',
    podcasts: 'Podcasts and audio',
    'visual-design': 'Visual design',
  }),
  group('Numbers', {
    'data-analysis': 'Reading data',
    statistics: 'Statistics',
    dashboards: 'Dashboards',
    sql: 'SQL',
    budgeting: 'Budgets',
    'finance-basics': 'How the company earns money',
    forecasting: 'Forecasting',
    estimating: 'Estimating',
  }),
  group('People and leading', {
    leading: 'Leading a team',
    coaching: 'Coaching',
    delegating: 'Delegating',
    feedback: 'Giving and taking feedback',
    hiring: 'Hiring',
    interviewing: 'Interviewing',
    onboarding: 'Welcoming new people',
    'difficult-talks': 'Difficult conversations',
    'resolving-conflict': 'Resolving conflict',
    'inclusive-leadership': 'Inclusive leadership',
    'listening-well': 'Listening well',
  }),
  group('Getting work done', {
    'project-management': 'Running a project',
    'time-management': 'Using one’s time',
    'running-meetings': 'Running a meeting',
    negotiating: 'Negotiating',
    'decision-making': 'Deciding',
    'problem-solving': 'Taking problems apart',
    'change-management': 'Bringing change about',
    'quality-and-safety': 'Quality and safety at work',
    scheduling: 'Scheduling',
    'lean-working': 'Lean working',
  }),
  group('Business', {
    strategy: 'Strategy',
    sales: 'Selling',
    'customer-care': 'Looking after customers',
    marketing: 'Marketing',
    'product-thinking': 'Product thinking',
    procurement: 'Buying and suppliers',
    contracts: 'Contracts',
    'law-basics': 'Law for everybody',
    sustainability: 'Sustainability',
    'industry-knowledge': 'How our industry works',
    innovation: 'Trying new ideas',
  }),
  group('Oneself', {
    confidence: 'Confidence at work',
    'career-planning': 'Planning a career',
    networking: 'Getting to know people',
    'office-politics': 'How decisions are made here',
    'work-life-balance': 'Work and life in balance',
    wellbeing: 'Staying well',
    'learning-to-learn': 'Learning',
    languages: 'Languages',
    creativity: 'Creativity',
    'saying-no': 'Saying no',
  }),
]

/** What a company added by file or somebody by "something else". */
export const ADDED_GROUP = 'Added here'

/** Slack shows at most this many options of a group. */
const MAX_IN_GROUP = 100

/** The whole catalog; the last added beyond what a menu can show stay usable in files, but are not offered. */
export function catalog(added: readonly Skill[]): readonly SkillGroup[] {
  return added.length === 0 ? BUILT_IN : [...BUILT_IN, { label: ADDED_GROUP, skills: added.slice(0, MAX_IN_GROUP) }]
}

/** How two spellings of a skill compare: case, width and accents do not matter. */
export const skillId = (label: string): string =>
  label
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 60)

/** Ids by every spelling that names them: the id itself, and the label. */
export function skillIndex(groups: readonly SkillGroup[]): ReadonlyMap<string, string> {
  const index = new Map<string, string>()
  for (const { skills } of groups) {
    for (const { id, label } of skills) index.set(id, id).set(skillId(label), id)
  }
  return index
}
