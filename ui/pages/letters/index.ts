export { letterRoutes } from './letter-routes.tsx'
export { letterTemplateRoutes } from './template-routes.tsx'
