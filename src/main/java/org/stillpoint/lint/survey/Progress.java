package org.stillpoint.lint.survey;

/** Is told how far reading has come. May be told by several threads at once. */
@FunctionalInterface
public interface Progress {

    /** Nobody is told. */
    Progress NONE = entries -> { };

    /**
     * So many entries more were read for the first time. All entries of a tensor are told once; those that are read again, to
     * decide what is equal, are not.
     */
    void read(long entries);
}
