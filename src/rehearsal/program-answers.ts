import type { CompanyRest } from './resident.ts'

/** What the lead fills in, by the names of the form's fields. */
export const programAnswers = ({ program }: CompanyRest): Readonly<Record<string, unknown>> => ({
  name: program.name,
  kind: program.kind,
  join_by: program.joinBy,
  first_on: `${program.firstMonth}-01`,
  curriculum: program.curriculum,
  ...(program.isPrivate && { private: ['yes'] }),
  ...(program.sponsor !== null && { sponsor: program.sponsor }),
  ...(program.attribute && {
    attribute: program.attribute.label,
    attribute_options: program.attribute.options.join('\n'),
    attribute_rule: program.attribute.rule,
  }),
})
