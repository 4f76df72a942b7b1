import type { Permission } from '../../core/permissions.ts'

/** `public`: without a session; `anyone`: every signed-in person; else the permission that the caller must hold. */
export type Need = 'public' | 'anyone' | Permission

/**
 * Every route of the web side and what it asks of its caller. A route without a row here is closed to everybody and fails tests/policies.test.ts:
 * forgetting is safe. Whose data it is (the organisation) is decided in the database, for every row.
 */
export const POLICIES: Readonly<Record<string, Need>> = {
  'GET /livez': 'public',
  'GET /readyz': 'public',
  'GET /metrics': 'public',
  'GET /assets/:name': 'public',
  'POST /oauth/token': 'public',
  'GET /.well-known/oauth-authorization-server': 'public',
  'GET /.well-known/oauth-protected-resource': 'public',
  'GET /.well-known/jwks.json': 'public',
  'GET /sign-in': 'public',
  'POST /sign-in': 'public',
  'POST /language': 'public',
  'POST /sign-out': 'anyone',
  'GET /account': 'anyone',
  'POST /account/password': 'anyone',
  'GET /people': 'people:read',
  'POST /people': 'people:write',
  'POST /people/approval': 'people:write',
  'POST /people/:id': 'people:write',
  'POST /people/:id/link': 'people:write',
  'GET /clients': 'people:read',
  'POST /clients': 'people:write',
  'POST /clients/:id': 'people:write',

  'GET /': 'anyone',
  'GET /documents': 'documents:read',
  'GET /documents/next': 'documents:review',
  'GET /documents/:id': 'documents:read',
  'POST /documents/:id/review': 'documents:review',
  'POST /documents/:id/blind': 'documents:review',
  'POST /documents/:id/reprocess': 'documents:write',
  'GET /upload': 'documents:write',
  'POST /upload': 'documents:write',
  'GET /acceptance': 'settings:read',
  'POST /acceptance/:type/policy': 'settings:write',
  'POST /acceptance/:type/issue': 'settings:write',
  'POST /acceptance/:type/withdraw': 'settings:write',

  'POST /api/v1/documents': 'documents:write',
  'GET /api/v1/documents': 'documents:read',
  'GET /api/v1/documents/:id': 'documents:read',
  'GET /api/v1/documents/:id/result': 'documents:read',
  'GET /api/v1/documents/:id/pages/:page': 'documents:read',
  'GET /api/v1/documents/:id/pages/:page/reading': 'documents:read',
  'GET /api/v1/documents/:id/pages/:page/value': 'documents:read',
  'GET /api/v1/documents/:id/file': 'documents:read',
  'GET /api/v1/documents/:id/events': 'documents:read',
  'POST /api/v1/documents/:id/review': 'documents:review',
  'POST /api/v1/documents/:id/blind': 'documents:review',
  'POST /api/v1/documents/:id/reprocess': 'documents:write',
  'GET /api/v1/stream': 'documents:read',
  'GET /api/v1/records': 'records:read',
  'GET /api/v1/records/:id/formats': 'records:read',
  'GET /api/v1/records/:file{[\\w-]+\\.[\\w.-]+}': 'records:read',
  'POST /api/v1/records/:id/ack': 'records:acknowledge',
  'GET /api/v1/types': 'anyone',
  'GET /api/v1/types/:type/schema.json': 'anyone',
}
