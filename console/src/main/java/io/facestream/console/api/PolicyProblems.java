package io.facestream.console.api;

import io.facestream.console.http.Preconditions;
import io.facestream.console.http.ProblemException;
import io.facestream.console.http.Problems;
import io.facestream.console.policies.PolicyDesk;
import io.facestream.console.policies.PolicyRefusal;
import io.facestream.policies.PolicyException;
import io.facestream.wire.FacestreamException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what fails about policies into problems. */
final class PolicyProblems {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyProblems.class);

  private PolicyProblems() {}

  /** What comes of it, or a problem. */
  static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (PolicyRefusal e) {
      throw new ProblemException(422, "policy-refused", e.getMessage(), e.cure());
    } catch (PolicyException e) {
      throw new ProblemException(
          422, "policy-refused", e.getMessage(), "Give a threshold instead of falseAlerts");
    } catch (PolicyDesk.Changed e) {
      throw Preconditions.changed();
    } catch (FacestreamException e) {
      LOG.warn("Policies cannot be read or written", e);
      throw away();
    }
  }

  static ProblemException away() {
    return Problems.brokerAway("Policies cannot be read or written at the moment");
  }
}
