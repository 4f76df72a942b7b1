import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

const DAYS = 24 * 3600

/** `__Host-` binds the cookie to this host and to https; over plain http (the own machine) browsers would refuse that name. */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-docket' : 'docket'
}

export function sessionToken(c: Context, secure: boolean): string | null {
  const token = getCookie(c, cookieName(secure))
  return token !== undefined && /^[\w.-]{16,200}$/.test(token) ? token : null
}

export function setSession(c: Context, secure: boolean, token: string, expiresAt: Date): void {
  setCookie(c, cookieName(secure), token, { path: '/', httpOnly: true, secure, sameSite: 'Lax', expires: expiresAt })
}

export function clearSession(c: Context, secure: boolean): void {
  setCookie(c, cookieName(secure), '', { path: '/', httpOnly: true, secure, sameSite: 'Lax', maxAge: 0 })
}

export const LANGUAGE_COOKIE = 'docket_language'

export function setLanguage(c: Context, secure: boolean, language: string): void {
  setCookie(c, LANGUAGE_COOKIE, language, { path: '/', httpOnly: true, secure, sameSite: 'Lax', maxAge: 400 * DAYS })
}
