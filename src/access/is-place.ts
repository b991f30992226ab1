import { ValidateBy, type ValidationOptions } from 'class-validator';
import { Refusal } from '../domain/refusal.js';
import { businessCalendar } from '../domain/timeline/business-calendar.js';
import { ianaZone } from '../domain/timeline/local-date.js';

function accepted(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** An IANA time zone name. */
export const IsTimeZoneName = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'time_zone',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && value.length <= 60 && accepted(() => ianaZone(value)),
        defaultMessage: () => 'must be an IANA time zone name, for example Europe/Berlin',
      },
    },
    options,
  );

/** A country or subdivision whose working days the product knows: US, CN, DE-BY. */
export const IsCountryCode = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'country',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' && /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(value) && accepted(() => businessCalendar({ country: value })),
        defaultMessage: () => 'must be a country or subdivision code, for example US or DE-BY',
      },
    },
    options,
  );
