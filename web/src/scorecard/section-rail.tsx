import { Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconLock, IconMinus, IconSend } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ratingOf, VERDICTS } from '../api/card-content';
import { useEditor } from './editor-context';
import classes from './section-rail.module.css';

/** `criterion/<key>`, `verdict`, `private`, `review`: also the part behind `#` in the address. */
export type SectionName = string;

export function sectionsOf(criteria: readonly { readonly key: string }[]): SectionName[] {
  return [...criteria.map(({ key }) => `criterion/${key}`), 'verdict', 'private', 'review'];
}

interface SectionRailProps {
  readonly sections: readonly SectionName[];
  readonly current: SectionName;
  readonly onGo: (section: SectionName) => void;
  readonly criteriaNames: ReadonlyMap<string, string>;
}

/** The parts of a card, with what each of them says so far. */
export function SectionRail({ sections, current, onGo, criteriaNames }: SectionRailProps) {
  const { t } = useTranslation('scorecard');
  const rail = useRef<HTMLOListElement>(null);
  // On a phone the rail is a line to swipe through: it keeps the current part in sight, and leaves the page where it is.
  useEffect(() => {
    const line = rail.current;
    const here = line?.querySelector<HTMLElement>('[aria-current]')?.parentElement;
    if (line && here) line.scrollLeft = here.offsetLeft - line.offsetLeft - 16;
  }, [current]);
  return (
    <nav aria-label={t('rail.label')}>
      <ol className={classes.rail} ref={rail}>
        {sections.map((section) => {
          const key = section.startsWith('criterion/') ? section.slice('criterion/'.length) : null;
          return (
            <li key={section}>
              <UnstyledButton className={classes.section} aria-current={section === current ? 'step' : undefined} onClick={() => onGo(section)}>
                <Mark section={section} criterion={key} />
                <Text component="span" size="sm" className={classes.name}>
                  {key === null ? t(`rail.${section}`) : (criteriaNames.get(key) ?? key)}
                </Text>
              </UnstyledButton>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Mark({ section, criterion }: { readonly section: SectionName; readonly criterion: string | null }) {
  const { t } = useTranslation('scorecard');
  const { card, faults, kit } = useEditor();
  if (section === 'private') return <Glyph tone="plain" icon={<IconLock size={14} aria-hidden />} />;
  if (section === 'review') return <Glyph tone="plain" icon={<IconSend size={14} aria-hidden />} />;
  if (section === 'verdict') {
    const level = card.verdict === null ? null : VERDICTS.length - VERDICTS.indexOf(card.verdict);
    if (level === null) return <Glyph tone="empty" label={t('rail.unanswered')} icon={null} />;
    return <Glyph tone="given" label={t(`verdict.${card.verdict}`)} icon={<IconCheck size={14} aria-hidden />} />;
  }
  const { level } = ratingOf(card, criterion ?? '');
  if (level === undefined) return <Glyph tone="empty" label={t('rail.unanswered')} icon={null} />;
  const lacks = faults.some((fault) => fault.criterion === criterion);
  const label = level === null ? t('level.notAssessed') : (kit.scale.labels[level - 1] ?? String(level));
  return (
    <Glyph
      tone={lacks ? 'lacking' : 'given'}
      label={lacks ? `${label}, ${t('rail.lacking')}` : label}
      icon={level === null ? <IconMinus size={14} aria-hidden /> : level}
    />
  );
}

function Glyph({ tone, icon, label }: { readonly tone: string; readonly icon: ReactNode; readonly label?: string }) {
  return (
    <span className={classes.glyph} data-tone={tone}>
      <span aria-hidden={label === undefined ? undefined : true}>{icon}</span>
      {label !== undefined && <span className={classes.hidden}>{label}: </span>}
    </span>
  );
}
