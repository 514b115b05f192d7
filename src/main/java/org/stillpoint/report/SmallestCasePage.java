package org.stillpoint.report;
import org.stillpoint.check.verdict.Verdict;
public final class SmallestCasePage { public static String render(Verdict verdict) { return ""; } }
