import { Badge, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraftFaults } from '../ui/draft-faults';
import { CriteriaPart } from './criteria-part';
import { FormsPart } from './forms-part';
import { GatesPart } from './gates-part';
import { type Part, PARTS } from './place-words';
import { PolicyPart } from './policy-part';
import { useRubric } from './rubric-context';
import classes from './rubric-parts.module.css';
import { ScalePart } from './scale-part';
import { SignalsPart } from './signals-part';

const SCREENS = {
  scale: ScalePart,
  criteria: CriteriaPart,
  signals: SignalsPart,
  evidenceForms: FormsPart,
  gates: GatesPart,
  policy: PolicyPart,
} as const;

/** The parts of a rubric, one in sight at a time; each says how much it holds and how much of it is to be mended. */
export function RubricParts({ part, onPart }: { readonly part: Part; readonly onPart: (part: Part) => void }) {
  const { t } = useTranslation('rubric-editor');
  const { rubric } = useRubric();
  const faults = useDraftFaults();
  const Screen = SCREENS[part];
  return (
    <div className={classes.parts}>
      <nav aria-label={t('draft:parts')} className={classes.rail}>
        {PARTS.map((name) => {
          const count = faults.count(`/${name}`);
          const held = name === 'scale' ? rubric.scale.levels : name === 'policy' ? null : rubric[name].length;
          return (
            <UnstyledButton key={name} className={classes.part} aria-current={name === part ? 'true' : undefined} onClick={() => onPart(name)}>
              <span>{t(`part.${name}`)}</span>
              {count > 0 ? (
                <Badge color="amber" aria-label={t('draft:faults', { count })}>
                  {count}
                </Badge>
              ) : (
                held !== null && <span className={classes.held}>{held}</span>
              )}
            </UnstyledButton>
          );
        })}
      </nav>
      <section aria-labelledby="part-title" className={classes.body}>
        <Title order={2} id="part-title" mb={4}>
          {t(`part.${part}`)}
        </Title>
        <Screen />
      </section>
    </div>
  );
}
