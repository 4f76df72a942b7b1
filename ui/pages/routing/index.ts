export { routingPages } from './routes.tsx'
