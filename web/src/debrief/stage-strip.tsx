import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DebriefContent, DebriefState } from './queries';
import { useRoom } from './room';
import classes from './stage-strip.module.css';

type Stage = 'cards' | 'read' | 'first' | 'discuss' | 'second' | 'committee' | 'decide' | 'close';

/** Ballots that this debrief has not and had not are left out. */
function stagesOf({ ballotsHeld, ballotsOwed, openBallot }: DebriefContent): Stage[] {
  const has = (kind: 'first' | 'second' | 'committee') => ballotsHeld.includes(kind) || ballotsOwed.includes(kind) || openBallot === kind;
  const ballot = (kind: 'first' | 'second' | 'committee') => (has(kind) ? [kind] : []);
  return ['cards', 'read', ...ballot('first'), 'discuss', ...ballot('second'), ...ballot('committee'), 'decide', 'close'];
}

function currentStage(state: DebriefState, { ballotsOwed, ballotsHeld }: DebriefContent): Stage | null {
  switch (state) {
    case 'collecting':
      return 'cards';
    case 'ready':
      return 'read';
    case 'first_ballot':
      return 'first';
    case 'second_ballot':
      return 'second';
    case 'committee_ballot':
      return 'committee';
    case 'decided':
      return 'close';
    case 'closed':
      return null;
    case 'discussing':
      return ballotsOwed.length === 0 && ballotsHeld.some((kind) => kind !== 'first') ? 'decide' : 'discuss';
  }
}

/** Estimate, talk, estimate, decide: where this debrief is. */
export function StageStrip() {
  const { t } = useTranslation('debrief');
  const { debrief, content } = useRoom();
  const stages = stagesOf(content);
  const current = currentStage(debrief.state, content);
  const reached = current === null ? stages.length : stages.indexOf(current);
  return (
    <ol className={classes.strip} aria-label={t('stage.label')}>
      {stages.map((stage, index) => (
        <li
          key={stage}
          data-is={index < reached ? 'done' : index === reached ? 'here' : 'ahead'}
          aria-current={index === reached ? 'step' : undefined}
        >
          <span className={classes.mark} aria-hidden>
            {index < reached && <IconCheck size={12} stroke={3} />}
          </span>
          <span className={classes.name}>{t(`stage.${stage}`)}</span>
        </li>
      ))}
    </ol>
  );
}
