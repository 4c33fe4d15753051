package io.facestream.job.back;

import io.facestream.job.gallery.TemplateNews;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Makes one enrolment of the photos of a person that are enrolled together. One subtask does, since
 * photos of a person may lie in different slices of the gallery.
 *
 * <p>An operator rather than a function, because it has timers without a key.
 */
public final class GatherEnrolments extends AbstractStreamOperator<BackUpdate>
    implements OneInputStreamOperator<TemplateNews, BackUpdate> {
  private static final long serialVersionUID = 1L;

  /** Further photos of a person are waited for until none has come for so long. */
  static final long QUIET_MILLIS = 3_000;

  /** And no longer than this. */
  static final long LONGEST_MILLIS = 30_000;

  private static final long TICK_MILLIS = 500;

  private final boolean wanted;

  private transient ListState<GatheredTemplate> gatheredInState;
  private transient Map<String, Person> persons;

  /** By the id of a template that waits. */
  private transient Map<String, String> personOf;

  /** The templates of a person that have come so far, by their id. */
  private static final class Person {
    private final Map<String, TemplateNews> templates = new LinkedHashMap<>();
    private long since = Long.MAX_VALUE;
    private long due;
  }

  /**
   * @param wanted whether anybody is searched for: if not, what a former run has left is dropped
   */
  public GatherEnrolments(boolean wanted) {
    this.wanted = wanted;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    gatheredInState =
        context
            .getOperatorStateStore()
            .getListState(
                new ListStateDescriptor<>("gathered", TypeInformation.of(GatheredTemplate.class)));
  }

  @Override
  public void open() throws Exception {
    super.open();
    persons = new LinkedHashMap<>();
    personOf = new HashMap<>();
    if (wanted) {
      for (GatheredTemplate template : gatheredInState.get()) {
        put(template);
      }
    }
  }

  @Override
  public void processElement(StreamRecord<TemplateNews> element) {
    TemplateNews news = element.getValue();
    if (wanted) {
      leave(news);
      if (!news.erased()) {
        put(new GatheredTemplate(now(), news));
      }
    }
  }

  /**
   * A template that comes again, or goes, is not waited with any more. One that goes is told of
   * first: whatever it finds goes, too.
   */
  private void leave(TemplateNews news) {
    String personId = personOf.get(news.templateId());
    if (personId != null && news.erased()) {
      tell(personId);
    } else if (personId != null) {
      Person person = persons.get(personId);
      person.templates.remove(news.templateId());
      if (person.templates.isEmpty()) {
        persons.remove(personId);
      }
    }
    if (news.erased()) {
      output.collect(new StreamRecord<>(BackUpdate.erased(news.templateId())));
    }
  }

  private void put(GatheredTemplate template) {
    if (persons.isEmpty()) {
      tick();
    }
    Person person = persons.computeIfAbsent(template.personId(), first -> new Person());
    person.since = Math.min(person.since, template.since());
    person.due = Math.min(now() + QUIET_MILLIS, person.since + LONGEST_MILLIS);
    person.templates.put(template.news().templateId(), template.news());
    personOf.put(template.news().templateId(), template.personId());
  }

  /** One timer, however many people wait. */
  private void tick() {
    getProcessingTimeService().registerTimer(now() + TICK_MILLIS, this::tellDue);
  }

  private void tellDue(long now) {
    for (Map.Entry<String, Person> person : List.copyOf(persons.entrySet())) {
      if (person.getValue().due <= now) {
        tell(person.getKey());
      }
    }
    if (!persons.isEmpty()) {
      tick();
    }
  }

  private void tell(String personId) {
    List<EnrolledTemplate> templates = new ArrayList<>();
    TemplateNews last = null;
    for (TemplateNews news : persons.remove(personId).templates.values()) {
      personOf.remove(news.templateId());
      templates.add(EnrolledTemplate.of(news));
      last = news;
    }
    String id = personId + "@" + last.partition() + "-" + last.offset();
    output.collect(new StreamRecord<>(BackUpdate.enrolled(new Enrolment(id, personId, templates))));
  }

  private long now() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }

  /** There will be no further templates. */
  @Override
  public void finish() throws Exception {
    List.copyOf(persons.keySet()).forEach(this::tell);
    super.finish();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    List<GatheredTemplate> all = new ArrayList<>();
    for (Person person : persons.values()) {
      person.templates.values().forEach(news -> all.add(new GatheredTemplate(person.since, news)));
    }
    gatheredInState.update(all);
  }
}
