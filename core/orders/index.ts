export { type Billed, type BilledLine, matchOrder } from './match-order.ts'
export { EXACT, Order, OrderEntry, OrderLine, Tolerances } from './order.ts'
export { LineMatch, OrderCheck, OrderMatch } from './order-match.ts'
export { ORDER_COLUMNS, readOrders } from './read-orders.ts'
