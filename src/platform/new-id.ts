import { v7 } from 'uuid';

/**
 * The id of a new row: a UUID of version 7 (RFC 9562). Ids made by one process sort in the order they were made, so that two rows
 * of one instant are listed in the order they came, and an index grows at its end.
 */
export function newId(): string {
  return v7();
}
