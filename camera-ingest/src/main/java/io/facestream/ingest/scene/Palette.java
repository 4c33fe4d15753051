package io.facestream.ingest.scene;

import java.util.List;

/**
 * The people that scenes draw from. They were bred for being unlike each other: from random genes,
 * one group at a time was exchanged and kept when it lowered the largest similarity to the others,
 * under the standard pack's embedder and seen by both packs' detectors. Among all pairs and poses
 * tried the largest cosine is 0.29; pictures of one person stay above 0.75.
 */
final class Palette {

  private record Entry(String name, String genes) {}

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("Rufus Amberly", "b0k.jxp.76o.v1v.vrx.hiq.2mr.8v6.72h.o1.24x.n7p"),
          new Entry("Greta Holm", "4b3.gcd.4l5.4sv.u6c.8b9.479.xwb.uja.nmu.c0k.xy5"),
          new Entry("Samira Belkadi", "cz.32o.cxu.l61.89u.v8n.zsq.hq4.pcr.3g4.zxq.trg"),
          new Entry("Emil Varga", "p9d.a1p.hse.quo.hic.sv6.l1d.f49.1p.ydv.438.yvx"),
          new Entry("Hugo Pellerin", "pq7.15h.xbi.6d7.k1d.68n.zpz.lck.p7s.q6z.bhq.56x"),
          new Entry("Sanne Rood", "6gr.mct.7bp.a6f.ghb.v86.vcx.lh7.yqz.cd6.byb.to"),
          new Entry("Joseph Okello", "xe8.1zx.9fe.o0m.12b.gne.hy3.gwj.8ml.7xl.flj.h5"),
          new Entry("Nadia Obiora", "zik.jmt.o6p.efv.3cx.hoi.n1m.z2v.xvq.v3h.4lp.6v"),
          new Entry("Mateo Carbon", "f07.np6.q90.n8x.oxs.jrw.5fm.gh2.xtm.27e.z4p.ib7"),
          new Entry("Yannis Petrou", "ez3.zho.29.ouw.rzk.ovb.fms.80a.trb.6wl.drp.q2q"),
          new Entry("Finn Barlow", "bj9.i4l.h7.42u.hw.n8y.mww.euf.gv9.i49.epu.d2e"),
          new Entry("Ines Tarrago", "9n9.qtq.jrc.zis.g1w.g02.7vg.8gy.sbr.m5p.ntz.xri"),
          new Entry("Ravi Solanki", "ydb.ykx.mgu.a4w.46f.3di.2da.z0w.a7d.kwf.9qk.296"),
          new Entry("Molly Firth", "b8o.nm3.q8w.h5g.obv.1or.6sw.3ps.yqc.r8c.50q.8ou"),
          new Entry("Dana Whitlock", "im2.an8.s82.fme.kl6.5er.9e0.bkw.7q5.spc.cr7.8re"),
          new Entry("Otto Brandl", "siu.3z7.9k8.17l.d23.1kl.xt6.64.np7.jmv.pi3.3yg"),
          new Entry("Luca Fenn", "f4b.c8.o4i.9id.f4u.3a5.8op.ub.3fo.8fg.193.v7w"),
          new Entry("Amara Selwyn", "a97.7i4.v1h.kz8.id6.yft.ksl.4ng.wfv.rs0.h1z.n3w"),
          new Entry("Piet Vandermolen", "jzp.rlq.tol.arc.y5h.d6v.qvg.dg0.fqk.aw8.8c0.y70"),
          new Entry("Wilma Krone", "b7c.q6m.xpo.8xt.yex.hqq.980.7vq.1z2.lu3.zcz.c22"));

  private Palette() {}

  static int size() {
    return ENTRIES.size();
  }

  static String name(int index) {
    return ENTRIES.get(index).name();
  }

  static Genes genes(int index) {
    return Genes.parse(ENTRIES.get(index).genes());
  }
}
