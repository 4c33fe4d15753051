package io.facestream.client.cameras;

import io.facestream.client.KafkaConnection;
import io.facestream.client.follow.SteadyReader;
import io.facestream.client.follow.WholeTopic;
import io.facestream.client.topics.AwaitedWriter;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.wire.CameraSource;
import io.facestream.wire.Json;
import io.facestream.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The topic of cameras.
 *
 * @param connection the broker
 * @param name the topic's name
 */
public record CameraTopic(KafkaConnection connection, String name) {
  /**
   * Creates it with its settings when it does not exist.
   *
   * @param replication copies of each record, or −1 for the broker's default
   */
  public void createIfMissing(short replication) {
    TopicAdmin.createMissing(connection, replication, List.of(Topics.CAMERAS.named(name)));
  }

  /**
   * Reads it to the end seen at the start; one that does not exist holds nothing. A record that is
   * no camera leaves in force what was before it.
   *
   * @throws io.facestream.client.BrokerUnreachableException when no broker answers
   * @throws io.facestream.client.BrokerRefusedException when this user may not read the topic
   */
  public Map<String, StoredCamera> read() {
    CameraView view = new CameraView(refused -> {});
    WholeTopic.read(connection, name, view::take);
    return view.byName();
  }

  /**
   * Follows it until it is closed, on a thread of its own: all cameras as they are, and again after
   * each change.
   *
   * @param changed told of them by their names
   * @param refused told of each record that is no camera, without its address
   */
  public SteadyReader follow(
      Consumer<Map<String, StoredCamera>> changed, Consumer<String> refused) {
    return WholeTopic.follow(
        connection,
        name,
        () -> new CameraView(refused),
        CameraView::take,
        view -> changed.accept(view.byName()));
  }

  /**
   * Writes a camera, and waits until it is stored.
   *
   * @param source null takes the camera away
   * @return its version
   * @throws io.facestream.client.BrokerUnreachableException when no broker answers
   * @throws io.facestream.client.BrokerRefusedException when this user may not write the topic
   */
  public long write(String camera, CameraSource source) {
    byte[] key = camera.getBytes(StandardCharsets.UTF_8);
    byte[] value = source == null ? null : Json.toBytes(source);
    return AwaitedWriter.write(connection, List.of(new ProducerRecord<>(name, key, value))).get(0);
  }
}
