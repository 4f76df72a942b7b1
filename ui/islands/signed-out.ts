import { clearShelves } from './review/shelf.ts'

// On the page after signing out, not before it: the desk puts its entries away when it is left.
clearShelves()
