package org.stillpoint.check.planted;
import java.util.*;
import org.stillpoint.check.verdict.*;
public class Try {
    public static void main(String[] a) {
        List<Subject> all = switch (a[0]) { case "single" -> Plantings.single(); case "pairs" -> Plantings.pairs(); case "memories" -> Plantings.memories(); default -> Plantings.unnamed(); };
        long total = 0;
        for (Subject s : all) {
            if (a.length > 1 && !s.toString().contains(a[1])) continue;
            long t = System.nanoTime();
            String out;
            try { Verdict v = s.judged();
                Set<String> ids = new TreeSet<>();
                v.diagnosis().ifPresent(d -> d.group().forEach(h -> h.made().forEach(m -> ids.add(m.mistake().id()))));
                boolean all1 = v.diagnosis().map(d -> d.explains() == d.of()).orElse(false);
                boolean named = all1 && s.mistakes().stream().allMatch(m -> ids.contains(m.mistake()));
                out = (v.isRight() ? "RIGHT!!" : named ? "named  " : "NOT    ") + " wrong " + v.wrong() + "/" + v.cases() + " " + v.memory().map(m->m.id()).orElse("") + (named ? "" : " " + v.diagnosis().map(d -> d.explains() + "/" + d.of() + " " + d.group()).orElse("none") + " " + v.shape())
                 + v.smallest().map(m -> " " + m.request().network().widths() + " n" + m.request().data().size()).orElse("");
            } catch (Throwable e) { java.io.StringWriter w = new java.io.StringWriter(); e.printStackTrace(new java.io.PrintWriter(w)); out = "ERROR " + w.toString().lines().limit(14).toList(); }
            long ms = (System.nanoTime() - t) / 1000000; total += ms;
            System.out.println(ms + " ms " + s + " " + out);
        }
        System.out.println("total " + total);
    }
}
