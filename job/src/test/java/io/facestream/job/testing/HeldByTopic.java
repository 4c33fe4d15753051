package io.facestream.job.testing;

import io.facestream.job.gallery.KeptTemplates;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A topic's contents, given by hand. */
public record HeldByTopic(Duration remembersErasuresFor, List<Place> places)
    implements KeptTemplates {
  private static final long serialVersionUID = 1L;

  /** A record that enrols a template. */
  public record Place(String templateId, int partition, long offset) implements Serializable {}

  /** A topic whose records were all written into one partition, in this order. */
  public static HeldByTopic since(Duration remembered, String... templateIds) {
    List<Place> places = new ArrayList<>();
    for (String templateId : templateIds) {
      places.add(new Place(templateId, 0, places.size()));
    }
    return new HeldByTopic(remembered, List.copyOf(places));
  }

  @Override
  public void read(Visitor visitor) throws Exception {
    for (Place place : places) {
      visitor.template(place.templateId(), place.partition(), place.offset());
    }
  }
}
