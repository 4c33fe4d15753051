package io.facestream.ingest.testing;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of an RTSP camera (RFC 2326, RTP within the connection) as FFmpeg needs to see. */
public final class RtspServer implements AutoCloseable {
  private static final int TICKS_PER_PICTURE = 90_000 / 25;
  private static final String SDP =
      """
      v=0
      o=- 0 0 IN IP4 127.0.0.1
      s=test
      c=IN IP4 0.0.0.0
      t=0 0
      m=video 0 RTP/AVP 26
      a=control:track0
      """
          .replace("\n", "\r\n");

  private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger nextNumber = new AtomicInteger();
  private final int picturesPerConnection;
  private final boolean silentAfterwards;

  /**
   * @param picturesPerConnection after which it hangs up
   * @param silentAfterwards whether it rather keeps the connection and sends no more
   */
  public RtspServer(int picturesPerConnection, boolean silentAfterwards) throws IOException {
    this.picturesPerConnection = picturesPerConnection;
    this.silentAfterwards = silentAfterwards;
    threads.submit(this::accept);
  }

  public String url() {
    return "rtsp://127.0.0.1:" + listener.getLocalPort() + "/stream";
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
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
      String method;
      do {
        method = answer(in, out);
      } while (!method.equals("PLAY"));
      for (int sent = 0; sent < picturesPerConnection; sent++) {
        sendPicture(out, nextNumber.getAndIncrement());
        Thread.sleep(10);
      }
      if (silentAfterwards) {
        Thread.sleep(Long.MAX_VALUE);
      }
    }
    return null;
  }

  private String answer(BufferedReader in, DataOutputStream out) throws IOException {
    String request = in.readLine();
    if (request == null) {
      throw new IOException("the client hung up");
    }
    String sequence = "";
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      sequence = line.startsWith("CSeq") ? line : sequence;
    }
    String method = request.substring(0, request.indexOf(' '));
    String extra =
        switch (method) {
          case "OPTIONS" -> "Public: OPTIONS, DESCRIBE, SETUP, PLAY\r\n\r\n";
          case "DESCRIBE" ->
              "Content-Type: application/sdp\r\nContent-Length: " + SDP.length() + "\r\n\r\n" + SDP;
          case "SETUP" -> "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nSession: 1\r\n\r\n";
          default -> "Session: 1\r\n\r\n";
        };
    String answer = "RTSP/1.0 200 OK\r\n" + sequence + "\r\n" + extra;
    out.write(answer.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return method;
  }

  private static void sendPicture(DataOutputStream out, int number) throws IOException {
    byte[] packet =
        RtpJpeg.packet(
            Videos.encode(number, "jpg"), number, Videos.WIDTH, Videos.HEIGHT, TICKS_PER_PICTURE);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream interleaved = new DataOutputStream(bytes);
    interleaved.write('$');
    interleaved.write(0);
    interleaved.writeShort(packet.length);
    interleaved.write(packet);
    out.write(bytes.toByteArray());
    out.flush();
  }
}
