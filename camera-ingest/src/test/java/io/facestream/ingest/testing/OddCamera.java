package io.facestream.ingest.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A camera on loopback that answers byte for byte as told, with pictures numbered from 0. */
public final class OddCamera implements AutoCloseable {
  /** What it does. */
  public enum Manner {
    BOUNDARY_WITH_DASHES(
        "multipart/x-mixed-replace; boundary=--b",
        "\r\n----b\r\nContent-Length: LEN\r\n\r\n",
        true),
    GLUED("multipart/x-mixed-replace; boundary=b", "--b\r\nContent-Type: image/jpeg\r\n\r\n", true),
    LENGTH_TOO_LONG(
        "multipart/x-mixed-replace; boundary=b", "\r\n--b\r\nContent-Length: 9LEN\r\n\r\n", true),
    LENGTH_TOO_SHORT(
        "multipart/x-mixed-replace; boundary=b", "\r\n--b\r\nContent-Length: 50\r\n\r\n", true),
    LENGTH_EMPTY(
        "multipart/x-mixed-replace; boundary=b", "\r\n--b\r\nContent-Length: \r\n\r\n", true),
    LENGTH_ABSURD(
        "multipart/x-mixed-replace; boundary=b", "\r\n--b\r\nContent-Length: -many\r\n\r\n", true),
    OTHER_BOUNDARY("multipart/x-mixed-replace; boundary=b", "\r\n--other\r\n\r\n", true),
    LINE_FEEDS_ONLY(
        "multipart/x-mixed-replace; boundary=b", "\n--b\nContent-Type: image/jpeg\n\n", true),
    NO_BOUNDARY("multipart/x-mixed-replace", "", true),
    NO_TYPE("", "\r\n--b\r\n\r\n", true),
    NO_PART_HEADERS("multipart/x-mixed-replace; boundary=b", "\r\n--b\r\n", true),
    WITHOUT_END_MARK("multipart/x-mixed-replace; boundary=b", "\r\n--b\r\n\r\n", true),
    WITH_TEXT(
        "multipart/x-mixed-replace; boundary=b",
        "\r\n--b\r\nContent-Type: text/plain\r\n\r\nmotion=1\r\n--b\r\n\r\n",
        true),
    EMPTY_LENGTH_OF_REPLY(
        "multipart/x-mixed-replace; boundary=b\r\nContent-Length: ", "\r\n--b\r\n\r\n", true),
    GLUED_AS_ONE_PICTURE("image/jpeg", "", true),
    GLUED_AS_ONE_PICTURE_OF_LENGTH("image/jpeg\r\nContent-Length: 999999999999", "", true),
    GLUED_AS_BYTES("application/octet-stream", "", true),
    GLUED_WITHOUT_TYPE("", "", true),
    TEXT_ONLY(
        "multipart/x-mixed-replace; boundary=b",
        "\r\n--b\r\nContent-Type: text/plain\r\n\r\nmotion=1",
        false),
    SILENT("multipart/x-mixed-replace; boundary=b", "", false),
    WEB_PAGE("text/html", "<html>hello</html>", false),
    BROKEN_HEAD("\u0000: \u0000\r\nTransfer-Encoding: ?", "zz", false);

    private final String type;
    private final String before;
    private final boolean pictures;

    Manner(String type, String before, boolean pictures) {
      this.type = type;
      this.before = before;
      this.pictures = pictures;
    }

    /** Whether it sends pictures, all of which must arrive. */
    public boolean sendsPictures() {
      return pictures;
    }
  }

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger nextNumber = new AtomicInteger();
  private final Manner manner;

  public OddCamera(Manner manner) throws IOException {
    this.manner = manner;
    threads.submit(this::accept);
  }

  public String url() {
    return "http://127.0.0.1:" + listener.getLocalPort() + "/stream";
  }

  public int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }

  private Void accept() throws IOException {
    while (true) {
      Socket socket = listener.accept();
      connections.incrementAndGet();
      threads.submit(() -> serve(socket));
    }
  }

  private Void serve(Socket socket) throws IOException, InterruptedException {
    try (socket) {
      socket.getInputStream().read(new byte[4096]);
      OutputStream out = socket.getOutputStream();
      String type = manner.type.isEmpty() ? "" : "Content-Type: " + manner.type + "\r\n";
      write(out, "HTTP/1.1 200 OK\r\n" + type + "Connection: close\r\n\r\n");
      if (manner == Manner.WEB_PAGE || manner == Manner.BROKEN_HEAD) {
        write(out, manner.before);
        return null;
      }
      while (true) {
        if (manner.pictures) {
          byte[] picture = Videos.encode(nextNumber.getAndIncrement(), "jpg");
          write(out, manner.before.replace("LEN", "" + picture.length));
          int end = picture.length - (manner == Manner.WITHOUT_END_MARK ? 2 : 0);
          out.write(Arrays.copyOf(picture, end));
        } else {
          write(out, manner.before);
        }
        Thread.sleep(10);
      }
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }
}
