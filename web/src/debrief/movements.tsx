import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import choices from './choices.module.css';
import { OUTCOMES } from './choices';
import classes from './movements.module.css';
import type { Ballot, Movement, VoteChoice } from './queries';
import { useRoom } from './room';
import { RoomSection } from './room-section';
import tables from './section.module.css';

interface MovementsProps {
  readonly ballots: readonly Ballot[];
  readonly movements: readonly Movement[];
}

/** Who changed their mind between the two ballots of a round, and towards whom. In the order of names: nobody is ranked. */
export function Movements({ ballots, movements }: MovementsProps) {
  const { t } = useTranslation('debrief');
  const format = useFormat();
  const { nameOf } = useRoom();
  const round = ballots.find(({ kind }) => kind === 'second')?.roundNumber;
  const moved = movements.filter(({ roundNumber }) => roundNumber === round);
  const stayed = (ballots.find(({ kind, roundNumber }) => kind === 'second' && roundNumber === round)?.votes ?? []).filter(
    ({ userId }) => !moved.some((one) => one.userId === userId),
  );
  return (
    <RoomSection id="moved" title={t('moved.title')} text={t('moved.text')}>
      {moved.length === 0 ? (
        <Text size="sm">{t('moved.nobody')}</Text>
      ) : (
        <div className={tables.scroll} tabIndex={0} role="group" aria-labelledby="moved-title">
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col">{t('result.who')}</th>
                <th scope="col">{t('moved.from')}</th>
                <th scope="col">{t('moved.to')}</th>
                <th scope="col">{t('moved.how')}</th>
                <th scope="col">{t('moved.towards')}</th>
              </tr>
            </thead>
            <tbody>
              {moved.map(({ userId, name, from, to, steps, towards }) => (
                <tr key={userId}>
                  <th scope="row" className={tables.number}>
                    {name}
                  </th>
                  <td className={`${choices.tone} ${tables.number}`} data-choice={from}>
                    {t(`choice.${from}`)}
                  </td>
                  <td className={`${choices.tone} ${tables.number}`} data-choice={to}>
                    {t(`choice.${to}`)}
                  </td>
                  <td className={tables.number}>
                    <Path from={from} to={to} />
                    <span>{steps === null ? t('moved.abstained') : t(steps > 0 ? 'moved.up' : 'moved.down', { count: Math.abs(steps) })}</span>
                  </td>
                  <td>{towards.length === 0 ? '–' : format.list(towards.map(nameOf))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {moved.length > 0 && stayed.length > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('moved.stayed', { names: format.list(stayed.map(({ name }) => name)) })}
        </Text>
      )}
    </RoomSection>
  );
}

/** From the hollow dot to the full one, on a line from strong no to strong yes. */
function Path({ from, to }: { readonly from: VoteChoice; readonly to: VoteChoice }) {
  const place = (choice: VoteChoice) => OUTCOMES.findIndex((one) => one === choice);
  const [a, b] = [place(from), place(to)];
  if (a < 0 || b < 0) return null;
  const at = (index: number) => `${100 - (100 * index) / (OUTCOMES.length - 1)}%`;
  return (
    <span className={classes.path} aria-hidden>
      <span
        className={classes.line}
        style={{
          insetInlineStart: at(Math.max(a, b)),
          inlineSize: `calc(${at(Math.min(a, b))} - ${at(Math.max(a, b))})`,
        }}
      />
      <span className={classes.from} style={{ insetInlineStart: at(a) }} />
      <span className={classes.to} style={{ insetInlineStart: at(b) }} />
    </span>
  );
}
