import { getMetadataStorage } from 'class-validator';

type LookUp = ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas'];
type Rules = ReturnType<LookUp>;

/**
 * Has class-validator remember the rules of a class. They never change once the class is made, but it goes through the classes of the
 * whole product for them at every request, which took as long as all validation else. Ways to ask that are not used here are left alone.
 */
export function rememberRules(): void {
  const storage = getMetadataStorage();
  const lookUp: LookUp = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<Parameters<LookUp>[0], Rules>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (schema || always || strictGroups || groups) return lookUp(target, schema, always, strictGroups, groups);
    const rules = known.get(target) ?? lookUp(target, schema, always, strictGroups);
    known.set(target, rules);
    return rules;
  };
}

/** The members of a class that have rules. */
export function membersWithRules(type: Parameters<LookUp>[0]): readonly string[] {
  return getMetadataStorage()
    .getTargetValidationMetadatas(type, '', false, false)
    .map(({ propertyName }) => propertyName);
}
