export { paymentRoutes } from './payment-routes.tsx'
export { paymentListRoutes } from './payments-routes.tsx'
