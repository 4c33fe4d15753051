package io.facestream.models;

import io.facestream.vision.packs.ModelFile;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.VisionException;
import io.facestream.vision.store.LocatedFile;
import io.facestream.vision.store.ModelStore;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code facestream models verify}: compares the files that are there with their checksums. */
@Command(
    name = "verify",
    description =
        "Compare the model files with their checksums; fails when one is wrong or missing, but for"
            + " analysers, which a pack does without.",
    mixinStandardHelpOptions = true)
final class VerifyModels implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PackSelection selection;

  @Override
  public Integer call() {
    ModelStore store = selection.store();
    int bad = 0;
    for (ModelPack pack : selection.packs()) {
      for (List<ModelFile> role : PackSelection.roles(pack)) {
        bad += verified(store, pack, role, selection.isEmpty()) ? 0 : 1;
      }
      for (List<ModelFile> network : PackSelection.ofAnalysers(pack)) {
        bad += verified(store, pack, network, true) ? 0 : 1;
      }
    }
    return bad == 0 ? 0 : 1;
  }

  private boolean verified(
      ModelStore store, ModelPack pack, List<ModelFile> role, boolean mayBeMissing) {
    PrintWriter out = spec.commandLine().getOut();
    try {
      Optional<LocatedFile> found = store.find(role);
      out.printf(
          Locale.ROOT,
          "%-9s %s%n",
          pack.name(),
          found.map(file -> "ok       " + file.path()).orElse("missing  " + role.get(0).file()));
      return found.isPresent() || mayBeMissing;
    } catch (VisionException e) {
      out.printf(Locale.ROOT, "%-9s wrong    %s%n", pack.name(), e.getMessage());
      return false;
    } finally {
      out.flush();
    }
  }
}
