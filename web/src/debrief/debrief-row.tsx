import { Badge, Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../ui/use-format';
import classes from './debriefs-screen.module.css';
import type { DebriefSummary } from './queries';
import { STATE_COLORS } from './state-colors';

/** One debrief: who, how far, when the decision is due, and the way into the room. */
export function DebriefRow({ debrief }: { readonly debrief: DebriefSummary }) {
  const { t } = useTranslation('debrief');
  const { id, candidateName, jobTitle, state, roundNumber, sight } = debrief;
  const isSealed = sight === 'status';
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {candidateName}
        </Text>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {[jobTitle, ...(roundNumber > 1 ? [t('list.again', { count: roundNumber })] : [])].join(' · ')}
        </Text>
      </div>
      <div className={classes.state}>
        <Badge color={STATE_COLORS[state]}>{t(`state.${state}`)}</Badge>
        {isSealed && (
          <Text size="xs" c="dimmed" mt={2}>
            <IconEyeOff size={13} aria-hidden style={{ verticalAlign: '-2px' }} /> {t('list.sealed')}
          </Text>
        )}
      </div>
      <div className={classes['due-cell']}>
        <Due debrief={debrief} />
      </div>
      <div className={classes.action}>
        <Button
          component={Link}
          to={`/debriefs/${id}`}
          size="xs"
          variant={state === 'ready' && !isSealed ? 'filled' : 'default'}
          aria-label={t('list.enterOf', { name: candidateName })}
        >
          {t('list.enter')}
        </Button>
      </div>
    </li>
  );
}

const DAY = 86_400_000;

function Due({ debrief: { dueAt, state } }: { readonly debrief: DebriefSummary }) {
  const { t } = useTranslation('debrief');
  const format = useFormat();
  if (state === 'decided' || state === 'closed') return null;
  if (dueAt === null) {
    return (
      <Text size="sm" c="dimmed">
        {t('due.unknown')}
      </Text>
    );
  }
  const left = new Date(dueAt).getTime() - Date.now();
  const tone = left < 0 ? classes.late : left < DAY ? classes.soon : undefined;
  return (
    <div title={format.exact(dueAt)}>
      <Text size="sm" fw={tone ? 600 : 400} className={tone}>
        {left < 0 && <IconAlertTriangle size={15} aria-hidden style={{ verticalAlign: '-2px' }} />}{' '}
        {left < 0 ? t('due.late', { span: format.span(-left) }) : t('due.in', { when: format.fromNow(dueAt) })}
      </Text>
      <Text size="xs" c="dimmed" className="numbers">
        {format.dateTime(dueAt)}
      </Text>
    </div>
  );
}
