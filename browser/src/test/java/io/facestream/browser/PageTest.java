package io.facestream.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.facestream.console.testing.TestConsole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** One browser for all tests of a class; for each test a console, and a page of it. */
abstract class PageTest {
  private static Chromium chromium;

  /** Each test's own; it is closed behind it. */
  TestConsole console;

  Window window;
  Page page;

  @BeforeAll
  static void startBrowser() {
    chromium = new Chromium();
  }

  @AfterAll
  static void endBrowser() {
    chromium.close();
  }

  /** Opens the first page of the console. */
  void openPage() {
    window = chromium.open(console.address());
    page = window.page();
  }

  @AfterEach
  void end() {
    window.close();
    console.close();
    endOthers();
  }

  /** What the console needs until its end. */
  void endOthers() {}

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  void press(String button) {
    button(button).click();
  }
}
