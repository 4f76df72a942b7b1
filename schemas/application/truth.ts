/** Field names of truth files (doc-truth/1) → paths that may answer. */
export const applicationTruth: Readonly<Record<string, readonly string[]>> = {
  application_number: ['number'],
  issue_date: ['date'],
  desired_date: ['desiredDate'],
  applicant_name: ['applicant.name'],
  department_text: ['department'],
  subject_text: ['subject'],
  supplier_name: ['supplier.name'],
  supplier_tax_id: ['supplier.inn'],
  currency: ['currency'],
  grand_total: ['total'],
  approver_name: ['approvals[0].name'],
}

/** Line fields of truth files → line fields. */
export const applicationTruthLines: Readonly<Record<string, readonly string[]>> = {
  description: ['name'],
  quantity: ['quantity'],
  unit_price: ['price'],
  line_total: ['amount'],
}
