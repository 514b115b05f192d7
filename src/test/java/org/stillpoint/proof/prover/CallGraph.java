package org.stillpoint.proof.prover;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Which methods of the kernel a method calls, as the compiler resolves its calls; a call of an interface's method may run any
 * method that implements it. Methods have the names of their contracts.
 */
final class CallGraph {

    private final Map<String, SortedSet<String>> calls = new TreeMap<>();
    private final SortedSet<String> interfaces = new TreeSet<>();

    private CallGraph() {
    }

    static CallGraph of(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        CallGraph graph = new CallGraph();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                    files.getJavaFileObjectsFromPaths(sources));
            Iterable<? extends CompilationUnitTree> units = task.parse();
            task.analyze();
            Trees trees = Trees.instance(task);
            units.forEach(unit -> graph.new Calls(trees).scan(unit, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return graph;
    }

    /** The methods that a method itself may call, with the implementations of those of interfaces. */
    SortedSet<String> calledBy(String method) {
        SortedSet<String> called = new TreeSet<>();
        for (String each : calls.getOrDefault(method, new TreeSet<>())) {
            called.add(each);
            if (interfaces.contains(each)) {
                called.addAll(calls.get(each));
            }
        }
        return called;
    }

    /** The methods that a method may run, directly or through others. */
    SortedSet<String> reachedFrom(String method) {
        SortedSet<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(method));
        while (!open.isEmpty()) {
            for (String called : calls.getOrDefault(open.pop(), new TreeSet<>())) {
                if (reached.add(called)) {
                    open.push(called);
                }
            }
        }
        return reached;
    }

    private final class Calls extends TreePathScanner<Void, Void> {

        private final Trees trees;
        private String caller = "";

        Calls(Trees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            TypeElement element = (TypeElement) trees.getElement(getCurrentPath());
            for (TypeMirror parent : element.getInterfaces()) {
                TypeElement inherited = (TypeElement) ((DeclaredType) parent).asElement();
                inherited.getEnclosedElements().stream().filter(member -> member.getKind() == ElementKind.METHOD)
                        .forEach(member -> {
                            interfaces.add(name(member));
                            add(name(member), element.getSimpleName() + "." + member.getSimpleName());
                        });
            }
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            caller = name(trees.getElement(getCurrentPath()));
            return super.visitMethod(method, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            add(caller, name(trees.getElement(getCurrentPath())));
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree creation, Void nothing) {
            add(caller, name(trees.getElement(getCurrentPath())));
            return super.visitNewClass(creation, nothing);
        }

        private void add(String from, String to) {
            calls.computeIfAbsent(from, any -> new TreeSet<>()).add(to);
        }

        private static String name(Element method) {
            String type = ((ExecutableElement) method).getEnclosingElement().getSimpleName().toString();
            return type + "." + (method.getKind() == ElementKind.CONSTRUCTOR ? type : method.getSimpleName());
        }
    }
}
