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

/** What a sign-in through a provider brings back: for these addresses only, and only as long as the sign-in may take. */
const UNDER_WAY = 'docket_sign_in'

export function setUnderWay(c: Context, secure: boolean, sealed: string, minutes: number): void {
  setCookie(c, UNDER_WAY, sealed, { path: '/sign-in/from', httpOnly: true, secure, sameSite: 'Lax', maxAge: minutes * 60 })
}

export function takeUnderWay(c: Context, secure: boolean): string | null {
  const sealed = getCookie(c, UNDER_WAY)
  setCookie(c, UNDER_WAY, '', { path: '/sign-in/from', httpOnly: true, secure, sameSite: 'Lax', maxAge: 0 })
  return sealed !== undefined && /^[\w-]{16,4000}$/.test(sealed) ? sealed : null
}

export const LANGUAGE_COOKIE = 'docket_language'

export function setLanguage(c: Context, secure: boolean, language: string): void {
  setCookie(c, LANGUAGE_COOKIE, language, { path: '/', httpOnly: true, secure, sameSite: 'Lax', maxAge: 400 * DAYS })
}
