export { readSignInProviders, roleOf, type SignInProvider } from './settings.ts'
export { createProviderSignIn, MINUTES as SIGN_IN_MINUTES, type ProviderSignIn, type Vouched } from './sign-in.ts'
