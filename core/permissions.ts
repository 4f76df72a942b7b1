import { z } from 'zod'

export const Role = z.enum(['uploader', 'reviewer', 'approver', 'integrator', 'auditor', 'admin'])
export type Role = z.infer<typeof Role>

/** What somebody may do. The same words are the scopes of API clients, so a client never holds more than this list. */
export const Permission = z.enum([
  'documents:read',
  'documents:write',
  'documents:review',
  'documents:approve',
  'documents:erase',
  'records:read',
  'records:acknowledge',
  'webhooks:read',
  'webhooks:write',
  'master-data:read',
  'master-data:write',
  'settings:read',
  'settings:write',
  'people:read',
  'people:write',
  'journal:read',
])
export type Permission = z.infer<typeof Permission>

/** Whose word makes a document a record: any reviewer's, or only an approver's (the reviewer then corrects and the approver decides). */
export const ApprovedBy = z.enum(['reviewer', 'approver'])
export type ApprovedBy = z.infer<typeof ApprovedBy>

const UPLOADS: readonly Permission[] = ['documents:read', 'documents:write']
const REVIEWS: readonly Permission[] = [...UPLOADS, 'documents:review', 'records:read', 'settings:read', 'master-data:read']

const ROLES: Readonly<Record<Role, readonly Permission[]>> = {
  uploader: UPLOADS,
  reviewer: REVIEWS,
  approver: [...REVIEWS, 'documents:approve'],
  integrator: [
    ...UPLOADS,
    'records:read',
    'records:acknowledge',
    'webhooks:read',
    'webhooks:write',
    'master-data:read',
    'master-data:write',
  ],
  auditor: ['documents:read', 'records:read', 'webhooks:read', 'settings:read', 'people:read', 'journal:read', 'master-data:read'],
  admin: Permission.options,
}

export function permissionsOf(role: Role, approvedBy: ApprovedBy): ReadonlySet<Permission> {
  const reviewerApproves = role === 'reviewer' && approvedBy === 'reviewer'
  return new Set(reviewerApproves ? [...ROLES.reviewer, 'documents:approve'] : ROLES[role])
}

/** What an API client may be given: machines neither judge documents nor manage people. */
export const SCOPES: readonly Permission[] = [
  'documents:read',
  'documents:write',
  'records:read',
  'records:acknowledge',
  'webhooks:read',
  'webhooks:write',
  'master-data:read',
  'master-data:write',
]
