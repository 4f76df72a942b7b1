export { companyPages } from './companies-routes.tsx'
export { orderPages } from './orders-routes.tsx'
