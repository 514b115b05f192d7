package org.stillpoint.proof.prover;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The methods and constructors of the kernel as its source text has them, whatever the prover reads into it. */
public final class SourceMethods {

    /**
     * A method or constructor.
     *
     * @param start where its text begins, after its contract
     * @param end where its text ends
     * @param parameters the type of each parameter as written, by its name
     * @param returns the type of the result as written, empty for a constructor
     * @param documentation its Javadoc, empty without
     * @param documentationOfType the Javadoc of its class or interface, empty without
     */
    public record SourceMethod(Path file, String type, String name, boolean constructor, boolean hasBody, Set<Modifier> modifiers,
                               int start, int end, Map<String, String> parameters, String returns, String documentation,
                               String documentationOfType) {

        /** The name of its contract. */
        public String contract() {
            return type + "." + name;
        }

        public boolean isPrivate() {
            return modifiers.contains(Modifier.PRIVATE);
        }
    }

    private SourceMethods() {
    }

    public static List<SourceMethod> in(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<SourceMethod> methods = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, null, null,
                    files.getJavaFileObjectsFromPaths(sources));
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                Path file = Path.of(unit.getSourceFile().toUri());
                for (Tree type : unit.getTypeDecls()) {
                    for (Tree member : ((ClassTree) type).getMembers()) {
                        if (member instanceof MethodTree method) {
                            methods.add(method(file, unit, (ClassTree) type, method, trees));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return methods;
    }

    private static SourceMethod method(Path file, CompilationUnitTree unit, ClassTree type, MethodTree method, Trees trees) {
        SourcePositions positions = trees.getSourcePositions();
        boolean constructor = method.getReturnType() == null;
        Map<String, String> parameters = new LinkedHashMap<>();
        method.getParameters()
                .forEach(parameter -> parameters.put(parameter.getName().toString(), parameter.getType().toString()));
        return new SourceMethod(file, type.getSimpleName().toString(),
                constructor ? type.getSimpleName().toString() : method.getName().toString(), constructor,
                method.getBody() != null, Set.copyOf(method.getModifiers().getFlags()),
                Math.toIntExact(positions.getStartPosition(unit, method)),
                Math.toIntExact(positions.getEndPosition(unit, method)), parameters,
                constructor ? "" : method.getReturnType().toString(),
                documentation(unit, method, trees), documentation(unit, type, trees));
    }

    private static String documentation(CompilationUnitTree unit, Tree member, Trees trees) {
        return Objects.requireNonNullElse(trees.getDocComment(trees.getPath(unit, member)), "");
    }
}
