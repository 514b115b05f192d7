(* ZERO-4 as KeY has it: the lemmas of their own that the proofs of its theorems in ConstantOutput.java end in, from Zero.v. *)
Require Import List ZArith Lia Bool.
From Stillpoint Require Model Zero KeyModel Words Statements Bridge Zeros.
Module M := Model.
Module K := KeyModel.
Module W := Words.
Module N := Zero.
Import Bridge Zeros.
Open Scope Z_scope.

Section Constants.
Context {key : K.Key}.
Notation zero := K.qZero.

Lemma b_biasOrZeros b (n : nat) : K.biasOrZeros b (Z.of_nat n) = N.biasOrZeros zero b n.
Proof.
  unfold K.biasOrZeros, N.biasOrZeros. apply tab_tabZ. intros i _. lists.
  destruct (Z.eqb_spec (Z.of_nat (length b)) 0); destruct (Nat.eqb_spec (length b) 0); try lia; reflexivity.
Qed.

(* the output weights of a network that is trained from zero *)
Theorem lemmaZeroIsConstant : Statements.lemmaZeroIsConstant.
Proof. intros t F kappa o XX YY rates momentum decay n ((((_ & weights) & _) & _) & _). apply weights. Qed.

Hypothesis add_zero_right : Statements.axiomAddZeroRight.
Hypothesis mul_zero_left : Statements.axiomMulZeroLeft.
Hypothesis add_zero_left : Statements.axiomAddZeroLeft.
Theorem lemmaConstantAffine : Statements.lemmaConstantAffine.
Proof.
  intros A b x differs zeros. apply differs. rewrite isZeroMat_nat in zeros. unfold K.rows, K.size.
  rewrite b_affine, b_biasOrZeros. apply N.constant_affine; assumption.
Qed.
Theorem lemmaConstantOutput : Statements.lemmaConstantOutput.
Proof.
  intros V B F x i differs constant. apply differs; [reflexivity|]. intros E. subst i. unfold W.constantOutput in constant.
  rewrite isZeroMat_nat in constant. unfold K.preactivation, K.rows, K.size. rewrite b_affine, b_biasOrZeros. apply N.constant_affine; assumption.
Qed.
End Constants.
