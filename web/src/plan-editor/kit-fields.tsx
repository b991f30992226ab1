import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { GroupFault, useDraftFaults } from '../ui/draft-faults';
import { replaced, without } from '../ui/list-edits';
import type { InterviewKit } from './plan-content';
import { usePlan } from './plan-context';
import classes from './plan-editor.module.css';
import { newKit } from './plan-edits';

/** What interviewers of a round prepare from. */
export function KitFields({ round }: { readonly round: string }) {
  const { t } = useTranslation('plan-editor');
  const { plan, change } = usePlan();
  const index = plan.kits.findIndex((kit) => kit.round === round);
  const kit = plan.kits[index];
  if (!kit)
    return (
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => change((now) => ({ ...now, kits: [...now.kits, newKit(round)] }))}
        >
          {t('kit.add')}
        </Button>
      </div>
    );
  return (
    <KitForm
      kit={kit}
      at={`/kits/${index}`}
      onChange={(next) => change((now) => ({ ...now, kits: replaced(now.kits, index, next) }))}
      onRemove={() => change((now) => ({ ...now, kits: without(now.kits, index) }))}
    />
  );
}

interface KitFormProps {
  readonly kit: InterviewKit;
  readonly at: string;
  readonly onChange: (kit: InterviewKit) => void;
  readonly onRemove: () => void;
}

function KitForm({ kit, at, onChange, onRemove }: KitFormProps) {
  const { t } = useTranslation('plan-editor');
  const faults = useDraftFaults();
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('kit.title')}</legend>
      <GroupFault at={`${at}/round`} />
      <Textarea
        {...faults.field(`${at}/purpose`)}
        label={t('kit.purpose')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={kit.purpose}
        onChange={(event) => onChange({ ...kit, purpose: event.currentTarget.value })}
      />
      <GroupFault at={`${at}/prompts`} />
      {kit.prompts.length > 0 && (
        <div className={classes.columns} aria-hidden>
          <span className={classes.wide}>{t('kit.ask')}</span>
          <span className={classes.wide}>{t('kit.listenFor')}</span>
        </div>
      )}
      <ol className={classes.rows}>
        {kit.prompts.map((prompt, index) => (
          <li key={index} className={classes.row}>
            {(['ask', 'listenFor'] as const).map((member) => (
              <Textarea
                key={member}
                {...faults.field(`${at}/prompts/${index}/${member}`)}
                className={classes.wide}
                aria-label={t(`kit.${member}Of`, { number: index + 1 })}
                placeholder={t(`kit.${member}`)}
                autosize
                minRows={2}
                maxLength={2000}
                value={prompt[member]}
                onChange={(event) => onChange({ ...kit, prompts: replaced(kit.prompts, index, { ...prompt, [member]: event.currentTarget.value }) })}
              />
            ))}
            <ActionIcon
              mt={5}
              aria-label={t('kit.removePrompt', { number: index + 1 })}
              onClick={() => onChange({ ...kit, prompts: without(kit.prompts, index) })}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange({ ...kit, prompts: [...kit.prompts, { ask: '', listenFor: '' }] })}
        >
          {t('kit.addPrompt')}
        </Button>
      </div>
      <Textarea
        {...faults.field(`${at}/notSignals`)}
        label={t('kit.notSignals')}
        description={t('kit.notSignalsText')}
        autosize
        minRows={2}
        value={kit.notSignals.join('\n')}
        onChange={(event) => onChange({ ...kit, notSignals: event.currentTarget.value === '' ? [] : event.currentTarget.value.split('\n') })}
        onBlur={() => onChange({ ...kit, notSignals: kit.notSignals.filter((line) => line.trim() !== '') })}
      />
      {kit.notSignals.map((_, index) => (
        <GroupFault key={index} at={`${at}/notSignals/${index}`} />
      ))}
      <div>
        <Button size="xs" variant="subtle" color="gray" ml={-14} onClick={onRemove}>
          {t('kit.remove')}
        </Button>
      </div>
    </fieldset>
  );
}
