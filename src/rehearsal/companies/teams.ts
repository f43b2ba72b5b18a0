import type { TeamPlan } from './plan.ts'

const team = (name: string, role: string, weight: number, skills: string): TeamPlan => ({
  team: name,
  role,
  weight,
  skills: skills.split(' '),
})

/** What juniors and seniors alike bring from life. */
export const PERSPECTIVES = [
  'new-peoples-eyes',
  'customers-eyes',
  'first-job',
  'working-parent',
  'working-remote',
  'changing-careers',
  'young-customers',
] as const

/** What people near the top tend to want to learn, and newcomers to offer. */
export const NEW_WAYS = [
  'ai-assistants',
  'social-media',
  'collaboration-tools',
  'mobile-apps',
  'photo-and-video',
  'automation',
  'video-calls',
  'dashboards',
] as const

/** What newcomers tend to want to learn, and people near the top to offer. */
export const OLD_WAYS = [
  'leading',
  'strategy',
  'negotiating',
  'career-planning',
  'industry-knowledge',
  'decision-making',
  'public-speaking',
  'office-politics',
] as const

export const BUILDER_TEAMS: readonly TeamPlan[] = [
  team('Estimating', 'Estimator', 4, 'estimating spreadsheets excel budgeting'),
  team('Preconstruction', 'Planner', 3, 'bim-and-cad scheduling contracts'),
  team('Field Operations', 'Field Engineer', 7, 'life-on-site quality-and-safety mobile-apps'),
  team('Project Management', 'Project Engineer', 6, 'project-management scheduling running-meetings'),
  team('Business Development', 'Marketing Coordinator', 2, 'social-media sales photo-and-video networking'),
  team('Safety', 'Safety Coordinator', 2, 'quality-and-safety onboarding'),
  team('Finance', 'Accountant', 2, 'finance-basics budgeting forecasting excel'),
  team('People', 'Training Associate', 1, 'coaching hiring onboarding feedback'),
  team('IT', 'Systems Analyst', 1, 'ai-assistants automation online-safety dashboards'),
]

export const MAKER_TEAMS: readonly TeamPlan[] = [
  team('Engineering', 'Engineer', 6, 'bim-and-cad problem-solving innovation programming'),
  team('Production', 'Production Planner', 5, 'lean-working quality-and-safety scheduling'),
  team('Finance', 'Analyst', 3, 'finance-basics forecasting data-analysis'),
  team('Sales', 'Account Manager', 4, 'sales negotiating customer-care'),
  team('Information Systems', 'Developer', 3, 'programming automation sql ai-assistants'),
  team('Research', 'Scientist', 2, 'statistics data-analysis innovation'),
  team('Purchasing', 'Buyer', 2, 'procurement contracts negotiating'),
  team('People', 'HR Partner', 1, 'hiring coaching feedback inclusive-leadership'),
]

export const FIRM_TEAMS: readonly TeamPlan[] = [
  team('Advisory', 'Consultant', 6, 'problem-solving presenting change-management'),
  team('Audit', 'Auditor', 4, 'excel finance-basics data-analysis'),
  team('Technology', 'Developer', 3, 'programming ai-assistants dashboards'),
  team('Operations', 'Coordinator', 3, 'project-management running-meetings scheduling'),
  team('Marketing', 'Content Editor', 2, 'social-media writing storytelling'),
  team('Client Care', 'Client Partner', 3, 'customer-care listening-well negotiating'),
  team('People', 'HR Partner', 1, 'hiring coaching feedback inclusive-leadership'),
]
