export { erasurePageRoutes } from './erasure-routes.tsx'
