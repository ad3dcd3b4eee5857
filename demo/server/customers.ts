/** A customer of the made-up firm whose portal this is. */
export interface Customer {
  readonly name: string;
  /** In E.164. */
  readonly phoneNumber: string;
  readonly bicycle: string;
  readonly repair: string;
}

/**
 * Everybody the firm knows. With local Twilio the first one answers, the second is busy, the third is never
 * there, and the last is the phone booth. The numbers are of the range that is kept for fiction.
 */
export const customers: readonly Customer[] = [
  {
    name: 'Ada Winter',
    phoneNumber: '+12025550101',
    bicycle: 'Cargo bike, green',
    repair: 'Brakes squeal when wet',
  },
  {
    name: 'Tomas Okafor',
    phoneNumber: '+12025550102',
    bicycle: 'Road bike, 54 cm',
    repair: 'New chain and cassette',
  },
  {
    name: 'Lin Marchetti',
    phoneNumber: '+12025550103',
    bicycle: 'Child’s bike, 20 inch',
    repair: 'Ready to be picked up',
  },
  {
    name: 'The phone booth',
    phoneNumber: '+12025550110',
    bicycle: 'None, but it rings',
    repair: 'Open the booth to answer',
  },
];

/** The name of the customer with this number, or null. */
export function findCustomerName(phoneNumber: string): string | null {
  return customers.find((customer) => customer.phoneNumber === phoneNumber)?.name ?? null;
}
