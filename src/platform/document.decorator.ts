import 'reflect-metadata';
import { applyDecorators } from '@nestjs/common';
import { IsObject } from 'class-validator';

const DOCUMENTS = 'plumbline:documents';

/** A member of a body that holds a JSON object whose shape the domain reads itself: it gets there as it came, neither copied nor walked. */
export function Document(): PropertyDecorator {
  return applyDecorators(IsObject(), (target: object, member: string | symbol) => {
    Reflect.defineMetadata(DOCUMENTS, [...documentsOf(target.constructor), String(member)], target.constructor);
  });
}

/** The members of a body's class that are documents. */
export function documentsOf(type: object): readonly string[] {
  const members: unknown = Reflect.getMetadata(DOCUMENTS, type);
  return Array.isArray(members) ? members.map(String) : [];
}
