import { Button, Text } from '@mantine/core';
import { IconListDetails, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyScreen } from '../ui/empty-screen';
import { GroupFault } from '../ui/draft-faults';
import { ItemList } from '../ui/item-list';
import { freshKey } from '../ui/list-edits';
import { moved } from '../ui/sortable-list';
import { CriterionForm } from './criterion-form';
import { useRubric } from './rubric-context';
import { newCriterion, removeCriterion } from './rubric-edits';

/** What is assessed, in the order in which an interviewer meets it. */
export function CriteriaPart() {
  const { t } = useTranslation('rubric-editor');
  const { rubric, change, remove, open, setOpen } = useRubric();
  const { criteria, scale } = rubric;
  const add = () => {
    const key = freshKey(
      'criterion',
      criteria.map((one) => one.key),
    );
    const name = t('criteria.new', { number: criteria.length + 1 });
    change((now) => ({ ...now, criteria: [...now.criteria, newCriterion(key, name, [], scale.levels)] }));
    setOpen(criteria.length);
  };
  const items = criteria.map(({ key, name, weight = 1, required = false, rounds }) => ({
    key,
    name: name === '' ? key : name,
    facts: [t('criteria.weighs', { weight }), ...(required ? [t('criteria.isRequired')] : []), t('criteria.inRounds', { count: rounds.length })],
  }));
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('criteria.text')}
      </Text>
      <GroupFault at="/criteria" />
      {criteria.length === 0 && <EmptyScreen icon={IconListDetails} title={t('criteria.empty')} text={t('criteria.emptyText')} />}
      <ItemList
        label={t('part.criteria')}
        pointer="/criteria"
        items={items}
        open={open}
        onOpen={setOpen}
        onMove={(from, to) => change((now) => ({ ...now, criteria: moved(now.criteria, from, to) }))}
        onRemove={(index) => remove(items[index]?.name ?? '', (now) => removeCriterion(now, index))}
      >
        {(index) => <CriterionForm index={index} />}
      </ItemList>
      <Button mt="sm" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
        {t('criteria.add')}
      </Button>
    </>
  );
}
