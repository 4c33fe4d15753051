package io.facestream.quickstart.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.facestream.client.cameras.CameraTopic;
import io.facestream.onejvm.RunTopics;
import io.facestream.wire.CameraSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A camera that somebody adds while the demo runs. */
@Tag("thorough")
@Timeout(300)
@ExtendWith(Stage.Hands.class)
class AddedCameraITCase {
  @TempDir Path folder;

  @Test
  void shouldReadTheCameraFromThenOn(Stage stage) throws Exception {
    Path verdicts = folder.resolve("verdicts.jsonl");
    RunTopics topics = stage.newTopics();
    ExecutorService threads = Executors.newCachedThreadPool();
    try (DemoScene scene = new DemoScene(false);
        StopSignal never = new StopSignal()) {
      HttpServer camera = camera(threads, portraitIn(scene.gallery()));
      PrintWriter out = new PrintWriter(new StringWriter());
      DemoPlan plan =
          new DemoPlan(
              CameraList.of(
                  Map.of("hall", "scene:?duration=6s&rate=2&width=320&height=180"),
                  List.of(),
                  false),
              scene.gallery(),
              "builtin",
              null,
              List.of(),
              2,
              false,
              new DemoOutputs(null, null, verdicts, null, null));
      DemoRun run = new DemoRun(plan, topics, stage.flink(), never, out, out);
      Future<?> running = threads.submit(run::run);
      CameraTopic added = new CameraTopic(topics.connection(), topics.cameras().name());
      added.createIfMissing((short) 1);
      added.write("gate", CameraSource.of("http://127.0.0.1:" + camera.getAddress().getPort()));
      while (!isIn(verdicts, "\"gate\"") && !running.isDone()) {
        Thread.sleep(50);
      }
      assertThat(Files.readString(verdicts)).contains("\"gate\"");
      running.cancel(true);
      camera.stop(0);
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean isIn(Path file, String text) throws IOException {
    return Files.exists(file) && Files.readString(file).contains(text);
  }

  private static byte[] portraitIn(Path gallery) throws IOException {
    try (Stream<Path> files = Files.walk(gallery)) {
      return Files.readAllBytes(files.filter(Files::isRegularFile).findFirst().orElseThrow());
    }
  }

  /** Motion JPEG, of one picture. */
  private static HttpServer camera(ExecutorService threads, byte[] jpeg) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> send(exchange, jpeg));
    server.start();
    return server;
  }

  private static void send(HttpExchange exchange, byte[] jpeg) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace; boundary=next");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      while (true) {
        String head = "--next\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length;
        body.write((head + "\r\n\r\n").getBytes(UTF_8));
        body.write(jpeg);
        body.write("\r\n".getBytes(UTF_8));
        body.flush();
        Thread.sleep(200);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
