package io.facestream.ingest.scene;

import java.util.List;

/** The people that scenes draw from. */
final class Palette {

  private record Entry(String name, String genes) {}

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("Person 1", "b0k.jxp.76o.v1v.w0n.hiq.2mr.xd4.85e.s6r.ipn.bxl"),
          new Entry("Person 2", "4b3.gcd.4l5.4sv.50d.xkd.65t.xwb.uhj.nmu.c0k.do9"),
          new Entry("Person 3", "cz.32o.cxu.rjs.89u.kxh.zsq.iu3.pcr.3g4.ufp.xz2"),
          new Entry("Person 4", "p9d.a1p.x88.quo.hic.sv6.l1d.1kg.ww5.ydv.438.vro"),
          new Entry("Person 5", "pq7.15h.ztu.6d7.bsn.68n.fy8.lck.j44.q6z.bhq.56x"),
          new Entry("Person 6", "6gr.mct.7bp.a6f.ghb.v86.6px.ug2.yqz.cd6.cdd.gc8"),
          new Entry("Person 7", "xe8.1zx.9fe.o0m.12b.gne.hy3.gwj.8ml.7xl.r0u.dp5"),
          new Entry("Person 8", "zik.jmt.o6p.qbu.2zx.lg3.cza.7gr.t5r.v3h.4lp.6v"),
          new Entry("Person 9", "rf.np6.cs4.n8x.m3k.rlo.5fm.gh2.xtm.27e.z4p.rin"),
          new Entry("Person 10", "ez3.zho.29.ouw.c6n.m27.fms.80a.trb.6wl.etg.q2q"),
          new Entry("Person 11", "bj9.i4l.h7.ibs.yqb.n8y.mww.euf.shj.i49.6w0.d2e"),
          new Entry("Person 12", "9n9.qtq.k0q.zis.g1w.g02.7vg.8gy.sbr.m5p.ntz.bqv"),
          new Entry("Person 13", "ydb.ykx.mgu.a4w.46f.3di.2da.z0w.kh3.kwf.9qk.ik9"),
          new Entry("Person 14", "if2.nm3.q8w.h5g.obv.1or.zs8.mln.yqc.r8c.50q.eg9"),
          new Entry("Person 15", "im2.an8.s82.fme.kl6.d1n.9e0.bkw.7q5.spc.cr7.szo"),
          new Entry("Person 16", "siu.3z7.9k8.17l.d23.1kl.xt6.64.d8i.jmv.pi3.3yg"),
          new Entry("Person 17", "f4b.jq2.o4i.9id.dxx.3a5.8op.ub.3fo.8fg.bmk.v7w"),
          new Entry("Person 18", "a97.7i4.v1h.kz8.id6.yft.ksl.4ng.wfv.mpm.ek5.mt7"),
          new Entry("Person 19", "jzp.rlq.tol.arc.y5h.3a2.rwf.hi3.b9.mx9.d5r.y70"),
          new Entry("Person 20", "b7c.q6m.xpo.8xt.yex.hqq.980.feg.1z2.lu3.zcz.ii6"));

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
