(* LAW-4 as KeY has it: the lemmas that the proof of Linearity.java ends in, from Laws.v. *)
Require Import List ZArith Lia Bool.
From Stillpoint Require Model Laws KeyModel Statements Bridge.
Module M := Model.
Module K := KeyModel.
Module L := Laws.
Import Bridge.
Open Scope Z_scope.

Section Linear.
Context {key : K.Key}.
Hypothesis add_zero_right : Statements.axiomAddZeroRight.
Hypothesis mul_zero_right : Statements.axiomMulZeroRight.
Hypothesis add_commutes : Statements.axiomAddCommutes.
Hypothesis add_swap : Statements.axiomAddSwap.
Hypothesis mul_commutes : Statements.axiomMulCommutes.
Hypothesis mul_swap : Statements.axiomMulSwap.
Hypothesis distribute : Statements.axiomDistribute.

Lemma linear V B F kappa x z g c h : K.len g = K.len h ->
  K.weightGradientOf V F kappa x z (K.plusScaled g c h) = K.stackPlusScaled (K.weightGradientOf V F kappa x z g) c (K.weightGradientOf V F kappa x z h)
  /\ K.biasGradientOf V B F kappa z (K.plusScaled g c h) = K.matPlusScaled (K.biasGradientOf V B F kappa z g) c (K.biasGradientOf V B F kappa z h).
Proof.
  intros E. rewrite !b_weightGradientOf, !b_biasGradientOf, b_plusScaled, b_stackPlusScaled, b_matPlusScaled. apply L.LAW_4; try assumption. lists. lia.
Qed.
Theorem lemmaWeightGradientLinear : Statements.lemmaWeightGradientLinear.
Proof. intros V F kappa z g c h x. split; [reflexivity|]. apply (linear V nil F kappa x z g c h). Qed.
Theorem lemmaBiasGradientLinear : Statements.lemmaBiasGradientLinear.
Proof. intros B V F kappa z g c h. split; [reflexivity|]. apply (linear V B F kappa nil z g c h). Qed.
End Linear.
