package org.fascicle.spark;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;

/**
 * The way to the program in its own class loader.
 *
 * @param program an object of a class that is not known here, with the methods of {@link Program.Work}
 */
record Apart(Object program, ClassLoader loader) implements InvocationHandler {

    static Program.Work load(ClassLoader loader, Instant now) {
        try {
            Method opening = loader.loadClass("org.fascicle.Main").getMethod("outpost", Instant.class);
            Object program = within(loader, opening, null, now);
            Class<?>[] face = {Program.Work.class};
            return (Program.Work) Proxy.newProxyInstance(face[0].getClassLoader(), face, new Apart(program, loader));
        } catch (ReflectiveOperationException misfit) {
            throw new IllegalStateException("`--program` is not the jar this job was built for", misfit);
        }
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws ReflectiveOperationException {
        Method same = program.getClass().getMethod(method.getName(), method.getParameterTypes());
        return within(loader, same, program, arguments);
    }

    /** Libraries look for their parts in the thread's loader. */
    private static Object within(ClassLoader loader, Method method, Object object, Object... arguments)
            throws ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return method.invoke(object, arguments);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException("the program failed", failed.getCause());
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
