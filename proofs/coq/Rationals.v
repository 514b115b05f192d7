(* Each axiom of specs/theory holds of the rational numbers, whatever the activations and losses are: so each theorem does, with no assumption left. *)
Require Import List ZArith QArith Qcanon Lia.
From Stillpoint Require KeyModel Statements.
Open Scope Qc_scope.

Section Rationals.
Variable Obj : Type.
Variable sigma : Obj -> Qc -> Qc.
Variable slope : Obj -> Qc -> Qc -> Qc.
Variable lossEntry : Obj -> list Qc -> list Qc -> Z -> Qc.
Variable anyInputs : Z.

Definition signum (q : Qc) : Z := Z.sgn (Qnum q).
Definition ratio (m n : Z) : Qc := Q2Qc (inject_Z m / inject_Z n).
Local Instance rationals : KeyModel.Key := {
  KeyModel.Q := Qc;
  KeyModel.Obj := Obj;
  KeyModel.qZero := 0;
  KeyModel.qOne := 1;
  KeyModel.qAdd := Qcplus;
  KeyModel.qMul := Qcmult;
  KeyModel.qNeg := Qcopp;
  KeyModel.qRatio := ratio;
  KeyModel.qSignum := signum;
  KeyModel.sigma := sigma;
  KeyModel.slope := slope;
  KeyModel.lossEntry := lossEntry;
  KeyModel.anyInputs := anyInputs
}.

Theorem axiomAddZeroRight : Statements.axiomAddZeroRight. Proof. intros q. cbn. ring. Qed.
Theorem axiomAddZeroLeft : Statements.axiomAddZeroLeft. Proof. intros q. cbn. ring. Qed.
Theorem axiomMulZeroLeft : Statements.axiomMulZeroLeft. Proof. intros q. cbn. ring. Qed.
Theorem axiomMulZeroRight : Statements.axiomMulZeroRight. Proof. intros q. cbn. ring. Qed.
Theorem axiomAddSwap : Statements.axiomAddSwap. Proof. intros q r s. cbn. ring. Qed.
Theorem axiomDistribute : Statements.axiomDistribute. Proof. intros q r s. cbn. ring. Qed.
Theorem axiomAddCommutes : Statements.axiomAddCommutes. Proof. intros q r. cbn. ring. Qed.
Theorem axiomMulCommutes : Statements.axiomMulCommutes. Proof. intros q r. cbn. ring. Qed.
Theorem axiomMulSwap : Statements.axiomMulSwap. Proof. intros q r s. cbn. ring. Qed.
Theorem axiomMulAssociative : Statements.axiomMulAssociative. Proof. intros q r s. cbn. ring. Qed.
Theorem axiomMulOneRight : Statements.axiomMulOneRight. Proof. intros q. cbn. ring. Qed.
Theorem axiomMulNegRight : Statements.axiomMulNegRight. Proof. intros q r. cbn. ring. Qed.
Theorem axiomAddThenTakeAway : Statements.axiomAddThenTakeAway. Proof. intros q r. cbn. ring. Qed.
Theorem axiomTakeAwayThenAdd : Statements.axiomTakeAwayThenAdd. Proof. intros q r. cbn. ring. Qed.

(* the sign of a number is that of its numerator, reduced or not *)
Lemma sign_of_reduced q : Z.sgn (Qnum (Qred q)) = Z.sgn (Qnum q).
Proof.
  pose proof (Qred_correct q) as E. unfold Qeq in E.
  apply (f_equal Z.sgn) in E. rewrite !Z.sgn_mul in E. simpl in E. rewrite !Z.mul_1_r in E. exact E.
Qed.
Theorem axiomSignOfZero : Statements.axiomSignOfZero. Proof. reflexivity. Qed.
Theorem axiomSignValues : Statements.axiomSignValues.
Proof. intros q. cbn. unfold signum. destruct (Qnum q); simpl; auto. Qed.
Theorem axiomSignumZero : Statements.axiomSignumZero.
Proof.
  intros q. cbn. unfold signum. split; [reflexivity|]. intros H. apply Qc_is_canon. unfold Qeq. rewrite (proj1 (Z.sgn_null_iff _) H). reflexivity.
Qed.
Theorem axiomSignOfProduct : Statements.axiomSignOfProduct.
Proof.
  intros q r. cbn. unfold signum. change (this (q * r)) with (Qred (this q * this r)). rewrite sign_of_reduced. simpl. apply Z.sgn_mul.
Qed.
Theorem axiomSignOfOpposite : Statements.axiomSignOfOpposite.
Proof.
  intros q. cbn. split; [reflexivity|]. unfold signum. change (this (- q)) with (Qred (- this q)). rewrite sign_of_reduced. simpl.
  rewrite Z.sgn_opp. lia.
Qed.
Theorem axiomSignOfSum : Statements.axiomSignOfSum.
Proof.
  intros q r. cbn. split; [reflexivity|]. unfold signum. change (this (q + r)) with (Qred (this q + this r)). rewrite sign_of_reduced. simpl.
  intros [A B]. assert (0 <= Qnum q)%Z by lia. assert (0 <= Qnum r)%Z by lia.
  pose proof (Pos2Z.is_pos (Qden q)). pose proof (Pos2Z.is_pos (Qden r)).
  assert (0 <= Qnum q * Z.pos (Qden r) + Qnum r * Z.pos (Qden q))%Z by nia. lia.
Qed.
Theorem axiomRatioOfParts : Statements.axiomRatioOfParts.
Proof.
  intros m n. cbn. split; [reflexivity|]. intros [A B]. unfold ratio. apply Qc_is_canon. unfold Qcmult, Q2Qc, this. rewrite !Qred_correct. field.
  split; unfold Qeq; simpl; lia.
Qed.
End Rationals.
